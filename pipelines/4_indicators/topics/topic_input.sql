-- indicators.topic_input
-- grain  value of indicators.topic_value × input of its formula
-- materialized view
select
    i.indicator_id, i.ref_area, i.time_period, i.sex, '_Z' as contingency,
    '' as item, i.input, i.obs_value, i.unit_measure, i.obs_status, i.flags,
    i.source_id, i.vintage, i.series_code, i.ref_area as source_area, i.time_period as source_time_period, i.snapshot_sha256
from indicators.topic_figure_input as i
-- one side of a pair alone gives no value
semi join indicators.topic_value as v
    on v.indicator_id = i.indicator_id and v.ref_area = i.ref_area and v.time_period = i.time_period and v.sex = i.sex
