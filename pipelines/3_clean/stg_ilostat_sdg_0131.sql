-- clean.stg_ilostat_sdg_0131
-- grain  contingency × area × sex × year, once per snapshot
select
    r.line_no,
    -- key
    r.classif1 as series_code,
    a.ref_area,
    try_cast(r.time as smallint) as time_period,
    case r.sex when 'SEX_T' then '_T' when 'SEX_F' then 'F' when 'SEX_M' then 'M' end as sex,
    '_T' as age,
    '_T' as breakdown,
    -- measure
    try_cast(r.obs_value as double) as obs_value,
    'PT' as unit_measure,
    null::varchar as source_unit,
    0 as unit_mult,
    r.obs_status,
    case when r.source like '%Modelled%' then 'M' end as nature,
    -- words
    r.source as source_detail,
    nullif(concat_ws('; ', r.note_indicator, r.note_classif, r.note_source), '') as comment_obs,
    -- as printed
    r.ref_area as source_area,
    r.time as source_time,
    r.obs_value as source_value
from raw.ilostat_sdg_0131 as r
left join clean.area_code as a on a.source_id = 'ilostat_sdg_0131' and a.source_code = r.ref_area
