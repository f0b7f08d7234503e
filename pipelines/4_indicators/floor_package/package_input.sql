-- indicators.package_input
-- grain  value of indicators.package_value × benefit (item, for totals) × input of its formula
-- materialized view
with used as (
    select v.indicator_id, v.ref_area, v.time_period,
        regexp_extract(v.indicator_id, '^package_(cost|gap)_(child|maternity|disability|oldage|unemployment)$', 2) as benefit,
        v.indicator_id like 'package_cost%' as is_cost,
        case v.indicator_id when 'package_gap_of_expenditure' then 'government_expenditure' when 'package_gap_of_revenue' then 'government_revenue'
            when 'package_gap_of_social_protection' then 'social_protection' when 'package_gap_usd' then 'gdp_usd' when 'package_gap_per_head' then 'gdp_usd' end as also
    from indicators.package_value as v
)

select
    u.indicator_id, u.ref_area, u.time_period, '_T' as sex, '_Z' as contingency,
    if(u.benefit = '', f.benefit, '') as item, f.input, f.obs_value, f.unit_measure, f.obs_status, f.flags,
    f.source_id, f.vintage, f.series_code, f.source_area, f.source_time_period, f.snapshot_sha256
from used as u
join indicators.package_figure as f on f.ref_area = u.ref_area and f.time_period = u.time_period
where (f.benefit = '' or u.benefit = '' or f.benefit = u.benefit)
  and not (u.is_cost and f.input = 'published_coverage')
  and (f.input not in ('gdp_usd', 'government_expenditure', 'government_revenue', 'social_protection') or f.input is not distinct from u.also)
