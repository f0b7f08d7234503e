-- clean.stg_ids_debt_service_africa
-- grain  area × year, once per snapshot
select
    r.line_no,
    -- key
    'value' as series_code,
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
    coalesce(r.iso3, r.debtor_name) as source_area,
    r.year as source_time,
    r.value as source_value
from raw.ids_debt_service_africa as r
left join clean.area_code as a on a.source_id = 'ids_debt_service_africa' and a.source_code = coalesce(r.iso3, r.debtor_name)
