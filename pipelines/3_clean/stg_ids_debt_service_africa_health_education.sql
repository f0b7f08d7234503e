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
    s.unit_measure as unit_measure,
    0 as unit_mult,
    null as obs_status,
    null as nature,
    -- words
    null as source_detail,
    null as comment_obs,
    -- as printed
    coalesce(r.iso3, r.debtor_name) as source_area,
    r.year as source_time,
    r.source_value
from cells as r
left join clean.area_code as a on a.source_id = 'ids_debt_service_africa_health_education' and a.source_code = coalesce(r.iso3, r.debtor_name)
left join reference.series as s on s.source_id = 'ids_debt_service_africa_health_education' and s.series_code = r.series_code
