-- clean.stg_unuwider_grd
-- grain  revenue concept × area × year, once per snapshot
with cells as (
    -- an empty cell was not published and gives no row
    unpivot raw.unuwider_grd
    on tax_inc_sc,
       tax_goods_services,
       tax_income_profits_gains,
       tax_payroll_workforce,
       tax_other,
       social_contributions
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
    r.iso3 as source_area,
    r.year as source_time,
    r.source_value
from cells as r
left join clean.area_code as a on a.source_id = 'unuwider_grd' and a.source_code = r.iso3
