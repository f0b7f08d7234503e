-- indicators.poverty_gap_cost_input
-- grain  value of indicators.poverty_gap_cost_value × input of its formula
-- materialized view
with used(figure_id, input) as (
    values ('poverty_gap_international', 'poverty_gap'), ('population', 'population'), ('gdp_per_head_ppp_constant', 'gdp_per_head')
)

select
    'poverty_gap_cost' as indicator_id, c.ref_area, c.time_period, '_T' as sex, '_Z' as contingency, '' as item, u.input,
    f.obs_value, f.unit_measure, f.obs_status, '' as flags, f.source_id, f.vintage, f.series_code,
    f.ref_area as source_area, f.time_period as source_time_period, f.snapshot_sha256
from indicators.poverty_gap_cost as c
join indicators.figure as f on f.ref_area = c.ref_area and f.time_period = c.time_period
join used as u on u.figure_id = f.figure_id
where c.cost is not null

union all
select
    'poverty_gap_cost', ref_area, time_period, '_T', '_Z', '', 'line',
    line, 'USD_PPP_PER_DAY', null, '', 'parameter', null, parameter_id, null, null, null
from indicators.poverty_gap_cost
where cost is not null
