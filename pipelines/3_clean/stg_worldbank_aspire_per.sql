-- clean.stg_worldbank_aspire_per
-- grain  ASPIRE indicator × area × year, once per snapshot
with cells as (
    -- an empty cell was not published and gives no row
    unpivot raw.worldbank_aspire_per
    on coverage_poorest_quintile,
       coverage_total,
       benefit_incidence_poorest_quintile,
       avg_transfer_total_ppp_per_day,
       adequacy_poorest_quintile,
       adequacy_total,
       gini_reduction,
       poverty_headcount_reduction,
       poverty_gap_reduction,
       benefit_cost_ratio
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
    -- n.a. is the publisher's mark for not available: missing, and known to be
    case r.source_value when 'n.a.' then 'O' end as obs_status,
    null::varchar as nature,
    -- words
    null::varchar as source_detail,
    r.flag as comment_obs,
    -- as printed
    r.country_code as source_area,
    r.year as source_time,
    r.source_value
from cells as r
left join clean.area_code as a on a.source_id = 'worldbank_aspire_per' and a.source_code = r.country_code
