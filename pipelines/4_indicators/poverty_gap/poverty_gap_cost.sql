-- indicators.poverty_gap_cost
-- grain  country × poverty line × year: what lifting everybody's income to the line would take, % of GDP
-- Published here is the poverty gap at the international line only; the World Bank's two other lines are listed without a value.
-- Line and GDP are both in international dollars at prices of 2021.
with line as (
    select parameter_id, value::double as line from reference.package_parameter where parameter_id like 'line_%'
)

select
    g.ref_area, l.parameter_id, g.time_period, l.line,
    g.obs_value as poverty_gap, p.obs_value as population, y.obs_value as gdp_per_head,
    100 * (g.obs_value / 100) * l.line * 365 * p.obs_value / (y.obs_value * p.obs_value) as cost,
    null::varchar as no_data,
    g.source_id, g.vintage, g.series_code, g.snapshot_sha256
from indicators.figure as g
join reference.ref_area as a on a.iso3 = g.ref_area
join line as l on l.parameter_id = 'line_LIC'
join indicators.figure as p on p.ref_area = g.ref_area and p.time_period = g.time_period and p.figure_id = 'population'
join indicators.figure as y on y.ref_area = g.ref_area and y.time_period = g.time_period and y.figure_id = 'gdp_per_head_ppp_constant'
where g.figure_id = 'poverty_gap_international'

union all by name
select a.iso3 as ref_area, l.parameter_id, l.line, 'poverty_gap_at_this_line_not_in_the_data' as no_data
from reference.ref_area as a
join line as l on l.parameter_id <> 'line_LIC'

order by ref_area, parameter_id, time_period
