-- indicators.topic_input
-- grain  value of indicators.topic_value × input of its formula
-- materialized view
select
    indicator_id, ref_area, time_period, sex, '_Z' as contingency,
    '' as item, input, obs_value, unit_measure, obs_status, flags,
    source_id, vintage, series_code, ref_area as source_area, time_period as source_time_period, snapshot_sha256
from indicators.topic_figure_input
