-- clean.stg_ids_debt_service_africa_health_education
-- grain  spending × area × year, once per snapshot
with cells as (
    -- an empty cell was not published and gives no row
    unpivot raw.ids_debt_service_africa_health_education
    on debt_service,
       health_expenditure,
       education_expenditure
    into name series_code value source_value
)

select
    r.line_no,
    -- key
    r.series_code,
    a.ref_area,
    try_cast(r.year as smallint) as time_period,
    '_T' as sex,
    '_T' as age,
    '_T' as breakdown,
    -- measure
    try_cast(r.source_value as double) as obs_value,
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
    r.source_value
from cells as r
left join clean.area_code as a on a.source_id = 'ids_debt_service_africa_health_education' and a.source_code = coalesce(r.iso3, r.debtor_name)
