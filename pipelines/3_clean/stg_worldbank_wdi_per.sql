-- clean.stg_worldbank_wdi_per
-- grain  indicator × area × year, once per snapshot
select
    r.line_no,
    -- key
    r.indicator_code as series_code,
    a.ref_area,
    try_cast(r.year as smallint) as time_period,
    '_T' as sex,
    '_T' as age,
    '_T' as breakdown,
    -- measure
    try_cast(r.value as double) as obs_value,
    null::varchar as unit_measure,
    null::varchar as source_unit,
    0 as unit_mult,
    null::varchar as obs_status,
    null::varchar as nature,
    -- words
    null::varchar as source_detail,
    null::varchar as comment_obs,
    -- as printed
    r.country_code as source_area,
    r.year as source_time,
    r.value as source_value
from raw.worldbank_wdi_per as r
left join clean.area_code as a on a.source_id = 'worldbank_wdi_per' and a.source_code = r.country_code
