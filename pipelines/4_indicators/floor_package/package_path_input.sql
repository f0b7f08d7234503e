-- indicators.package_path_input
-- grain  value of indicators.package_path_value × benefit (item; '' for what all share) × input of its formula
-- materialized view
with value as (
    select indicator_id, ref_area, time_period, sex, contingency, source_time_period as base_year
    from indicators.package_path_value
),

-- a row a benefit of known coverage
step as (
    select v.*, p.benefit
    from value as v
    join indicators.package_path as p on p.ref_area = v.ref_area and p.time_period = v.time_period
)

-- a benefit's cost of today is itself a value that can be explained
select s.* exclude (base_year, benefit), s.benefit as item, 'cost' as input,
    c.obs_value, c.unit_measure, c.obs_status, c.flags,
    'indicator' as source_id, c.vintage, c.indicator_id as series_code, c.ref_area as source_area, c.time_period as source_time_period, c.snapshot_sha256
from step as s
join indicators.package_value as c on c.indicator_id = 'package_cost_' || s.benefit and c.ref_area = s.ref_area and c.time_period = s.base_year

union all
select s.* exclude (base_year, benefit), s.benefit, c.input, c.obs_value, c.unit_measure, c.obs_status, c.flags,
    c.source_id, c.vintage, c.series_code, c.source_area, c.source_time_period, c.snapshot_sha256
from step as s
join indicators.package_coverage as c on c.ref_area = s.ref_area and c.benefit = s.benefit and c.time_period = s.base_year

union all
select s.* exclude (base_year, benefit), s.benefit, if(p.time_period = s.base_year, 'persons_base', 'persons'),
    p.persons, 'PS', null, if(p.time_period = s.base_year, '', 'projected'),
    p.source_id, p.vintage, p.series_code, p.ref_area, p.time_period, p.snapshot_sha256
from step as s
join indicators.projected_people as p on p.ref_area = s.ref_area and p.benefit = s.benefit and p.time_period in (s.base_year, s.time_period)

-- growth of a year is the IMF's; the index over the years is its chain
union all
select v.* exclude (base_year), '', 'gdp_index', p.gdp_index, 'IX', null, 'projected',
    f.source_id, f.vintage, f.series_code || ', chained, ' || v.base_year || ' = 100', f.ref_area, f.time_period, f.snapshot_sha256
from value as v
join (select distinct ref_area, time_period, gdp_index from indicators.package_path) as p on p.ref_area = v.ref_area and p.time_period = v.time_period
join indicators.figure as f on f.figure_id = 'real_growth' and f.ref_area = v.ref_area and f.time_period = v.time_period

-- years: of the gap, of the path, of full coverage
union all
select v.* exclude (base_year), '', 'base_year', v.base_year, 'YEAR', null, '',
    'indicator', g.vintage, g.indicator_id, g.ref_area, g.time_period, g.snapshot_sha256
from value as v
join indicators.package_value as g on g.indicator_id = 'package_gap_total' and g.ref_area = v.ref_area and g.time_period = v.base_year

union all
select v.* exclude (base_year), '', unnest(['year', 'target_year']), unnest([v.time_period, r.target_year]), 'YEAR', null, '',
    'parameter', null, unnest(['year of the path', 'target_year']), null, null, null
from value as v
cross join indicators.progress_rule as r
