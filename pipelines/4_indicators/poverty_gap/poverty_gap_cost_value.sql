-- indicators.poverty_gap_cost_value
-- grain  indicator × country × year, at the international poverty line
-- indicator: poverty_gap_cost
-- materialized view
select
    'poverty_gap_cost' as indicator_id, ref_area, time_period, '_T' as sex, '_Z' as contingency,
    cost as obs_value, 'PT_GDP' as unit_measure, null::varchar as obs_status, '' as flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from indicators.poverty_gap_cost
where cost is not null
