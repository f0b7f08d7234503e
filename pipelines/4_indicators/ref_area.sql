-- indicators.ref_area
-- grain  one area: a country or territory, a group of countries, or the world
select
    iso3 as ref_area, 'country' as kind, name_en, name_fr, name_es,
    m49, iso2, un_region, un_subregion, sdg_region, ilo_region, wb_region,
    wb_income_fy26 as income_group,
    ldc = 'Y' as is_ldc, lldc = 'Y' as is_lldc, sids = 'Y' as is_sids, un_member = 'Y' as is_un_member
from reference.ref_area

union all by name
select
    group_code as ref_area, if(kind = 'world', 'world', 'group') as kind,
    name_en, coalesce(name_fr, name_en) as name_fr, coalesce(name_es, name_en) as name_es
from reference.groups

union all by name
select ref_area, kind, name_en, coalesce(name_fr, name_en) as name_fr, coalesce(name_es, name_en) as name_es
from reference.other_area

order by ref_area
