-- indicators.package_group_input
-- grain  value of indicators.package_group_value × member × input of its formula
-- materialized view
with member as (
    select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, m.iso3 as item
    from indicators.package_group_value as v
    join reference.group_member as m on m.group_code = v.ref_area
)

-- a member's gap is itself a value that can be explained
select m.*, 'gap' as input, p.obs_value, p.unit_measure, p.obs_status, p.flags,
    p.source_id, p.vintage, p.indicator_id as series_code, p.ref_area as source_area, p.time_period as source_time_period, p.snapshot_sha256
from member as m
join indicators.package_value as p on p.ref_area = m.item and p.time_period = m.time_period and p.indicator_id = 'package_gap_total'
join indicators.figure as f on f.ref_area = m.item and f.time_period = m.time_period and f.figure_id = 'gdp_usd'

union all
select m.*, 'gdp_usd', f.obs_value, f.unit_measure, f.obs_status, '', f.source_id, f.vintage, f.series_code, f.ref_area, f.time_period, f.snapshot_sha256
from member as m
join indicators.figure as f on f.ref_area = m.item and f.time_period = m.time_period and f.figure_id = 'gdp_usd'
semi join indicators.package_value as p on p.ref_area = m.item and p.time_period = m.time_period and p.indicator_id = 'package_gap_total'
