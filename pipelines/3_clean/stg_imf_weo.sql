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
    case
        -- employment of groups is an index: 2025-04 prints so (C), 2025-10 prints nothing
        when r.weo_subject_code = 'LE' and r.scale = '0' then 'IX'
        when u.source_unit is null then r.units
        else u.unit_measure
    end as unit_measure,
    r.units as source_unit,
    try_cast(r.scale as integer) as unit_mult,
    -- after the last year with actual data the Fund estimates or projects
    case r.status when 'estimate' then 'E' end as obs_status,
    null::varchar as nature,
    -- words
    null::varchar as source_detail,
    'last actual year ' || r.last_actual_year as comment_obs,
    -- as printed
    r.iso3 as source_area,
    r.year as source_time,
    r.value as source_value
from raw.imf_weo as r
left join clean.area_code as a on a.source_id = 'imf_weo' and a.source_code = r.iso3
left join reference.unit_alias as u on u.source_id = 'imf_weo' and u.source_unit = r.units
