-- indicators.aggregate_value
-- grain  indicator × group × year × sex × contingency, of the default release
-- indicator: coverage_aggregate, aggregate_weight_covered
-- materialized view
with made as (
    select *, unnest([
        {indicator_id: 'coverage_aggregate', obs_value: coverage, result_flags: flags},
        {indicator_id: 'aggregate_weight_covered', obs_value: weight_covered, result_flags: ''}
    ], recursive := true)
    from indicators.aggregate
)

select
    indicator_id, ref_area, time_period, sex, contingency, obs_value, 'PT' as unit_measure, null::varchar as obs_status, result_flags as flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from made
where obs_value is not null
