-- indicators.peer_value
-- grain  indicator × country × year × sex × contingency, of the default release
-- indicator: peer_median_gap, region_median_gap, neighbour_median_gap
-- materialized view
select
    indicator_id, ref_area, time_period, sex, contingency, gap as obs_value, 'PP' as unit_measure, obs_status, flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from indicators.peer_gap
