-- clean.stg_imf_weo
-- grain  subject × area × year, once per snapshot
select
    r.line_no,
    -- key
    r.weo_subject_code as series_code,
    a.ref_area,
    try_cast(r.year as smallint) as time_period,
    '_T' as sex,
    '_T' as age,
    '_T' as breakdown,
    -- measure
    try_cast(r.value as double) as obs_value,
    r.units as unit_measure,
    try_cast(r.scale as integer) as unit_mult,
    -- after the last year with actual data the Fund estimates or projects
    case r.status when 'estimate' then 'E' end as obs_status,
    null as nature,
    -- words
    null as source_detail,
    'last actual year ' || r.last_actual_year as comment_obs,
    -- as printed
    r.iso3 as source_area,
    r.year as source_time,
    r.value as source_value
from raw.imf_weo as r
left join clean.area_code as a on a.source_id = 'imf_weo' and a.source_code = r.iso3
