-- indicators.indicator_value
-- grain  indicator × area × year × sex × contingency; not of a contingency: _Z
-- The source named is that of the main input; all inputs are in indicators.indicator_input. The grade follows from the flags.
-- materialized view
with value as (
    from indicators.protection_value
    union all by name from indicators.economy_value
    union all by name from indicators.topic_value
)

select
    indicator_id, ref_area, time_period, sex, contingency,
    obs_value, unit_measure, obs_status, v.flags, g.confidence,
    source_id, vintage, series_code, source_time_period, snapshot_sha256
from value as v
join indicators.grade as g on g.flags = v.flags
