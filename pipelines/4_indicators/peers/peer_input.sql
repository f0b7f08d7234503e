-- indicators.peer_input
-- grain  value of indicators.peer_value × peer (or '' for the country's own) × input of its formula
-- materialized view
select g.indicator_id, g.ref_area, g.time_period, g.sex, g.contingency, '' as item, 'own' as input, g.obs_value, 'PT' as unit_measure, g.obs_status, g.flags,
    g.source_id, g.vintage, g.series_code, g.ref_area as source_area, g.time_period as source_time_period, g.snapshot_sha256
from indicators.peer_gap as g

union all by name
select g.indicator_id, g.ref_area, g.time_period, g.sex, g.contingency, p.peer as item, 'peer' as input, c.obs_value, 'PT' as unit_measure, c.obs_status, c.flags,
    c.source_id, c.vintage, c.series_code, c.ref_area as source_area, c.time_period as source_time_period, c.snapshot_sha256
from indicators.peer_gap as g
join indicators.peer as p using (rule_id, ref_area)
join indicators.coverage as c on c.ref_area = p.peer and c.contingency = g.contingency and c.sex = g.sex
where c.is_default and c.is_latest
