-- indicators.gender_pair
-- grain  contingency × area × year in which the default release has a rate of women and one of men
-- materialized view
select
    f.contingency, f.ref_area, f.time_period,
    f.obs_value as women_published, m.obs_value as men_published, f.coverage as women, m.coverage as men,
    f.flags as women_flags, m.flags as men_flags, coalesce(f.nature = 'M', false) or coalesce(m.nature = 'M', false) or f.ref_area not in (select iso3 from reference.ref_area) as is_modelled,
    f.obs_status as women_status, m.obs_status as men_status,
    f.source_id, f.vintage, f.series_code, m.series_code as men_series_code, f.snapshot_sha256, m.snapshot_sha256 as men_sha256
from indicators.coverage as f
join indicators.coverage as m using (source_id, vintage, contingency, ref_area, time_period)
where f.is_default and f.sex = 'F' and m.sex = 'M'
