-- indicators.fiscal_share_input
-- grain  value of indicators.fiscal_share_value × input of its formula
-- The inputs are values published here (source_id indicator, series_code the indicator): spi explain tells what they are made of.
-- materialized view
with value as (
    select *, regexp_extract(indicator_id, '^fiscal_(.*)_share_', 1) as option_id, indicator_id like '%_low' as is_low
    from indicators.fiscal_share_value
)

select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '' as item, 'potential' as input,
    p.obs_value, p.unit_measure, p.obs_status, p.flags, 'indicator' as source_id, p.vintage, p.indicator_id as series_code,
    p.ref_area as source_area, p.time_period as source_time_period, p.snapshot_sha256
from value as v
join indicators.fiscal_value as p on p.indicator_id = 'fiscal_' || v.option_id || '_potential' and p.ref_area = v.ref_area

union all
select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '', 'gap',
    g.obs_value, g.unit_measure, g.obs_status, g.flags, 'indicator', g.vintage, g.indicator_id, g.ref_area, g.time_period, g.snapshot_sha256
from value as v
join indicators.package_value as g on g.indicator_id = if(v.is_low, 'package_gap_total_high', 'package_gap_total') and g.ref_area = v.ref_area

union all
select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '', p.parameter_id,
    p.value::double, p.unit_measure, null, if(p.verified = 'true', '', 'unverified'), 'parameter', null, p.parameter_id, null, null, null
from value as v
join reference.fiscal_parameter as p on v.option_id = 'reserves' and p.parameter_id = 'stock_years'
