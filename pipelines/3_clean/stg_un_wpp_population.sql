-- clean.stg_un_wpp_population
-- grain  area × sex × age band × year, once per snapshot
select
    r.line_no,
    -- key
    'population' as series_code,
    a.ref_area,
    try_cast(r.year as smallint) as time_period,
    case r.sex when 'T' then '_T' else r.sex end as sex,
    case r.age_band when 'total' then '_T' else r.age_band end as age,
    '_T' as breakdown,
    -- measure
    try_cast(r.population as double) as obs_value,
    'PS' as unit_measure,
    null::varchar as source_unit,
    0 as unit_mult,
    null::varchar as obs_status,
    null::varchar as nature,
    -- words
    null::varchar as source_detail,
    null::varchar as comment_obs,
    -- as printed
    r.iso3 as source_area,
    r.year as source_time,
    r.population as source_value
from raw.un_wpp_population as r
left join clean.area_code as a on a.source_id = 'un_wpp_population' and a.source_code = r.iso3
