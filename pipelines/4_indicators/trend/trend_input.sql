-- indicators.trend_input
-- grain  value of indicators.trend_value × item (year of the regression, else '') × input of its formula
-- materialized view
with valued as (
    select indicator_id, ref_area, time_period, sex, contingency, starts_with(indicator_id, 'projection') or indicator_id = 'trend_slope' as is_line
    from indicators.trend_value
),

observed as (
    select v.indicator_id, v.time_period as key_period, v.is_line, o.*
    from valued as v
    join indicators.trend_observation as o using (contingency, sex, ref_area)
),

observation as (
    select *, '' as item, unnest([
        {input: if(is_base, 'base', ''), value: obs_value, unit: 'PT'},
        {input: if(is_base, 'base_year', ''), value: time_period::double, unit: 'YEAR'},
        {input: if(is_latest, 'latest', ''), value: obs_value, unit: 'PT'},
        {input: if(is_latest, 'latest_year', ''), value: time_period::double, unit: 'YEAR'}
    ], recursive := true)
    from observed
    where not is_line and (is_base or is_latest)

    union all by name
    select *, time_period::varchar as item, unnest([
        {input: 'published', value: obs_value, unit: 'PT'},
        {input: 'year', value: time_period::double, unit: 'YEAR'}
    ], recursive := true)
    from observed
    where is_line
),

-- what is a choice of ours and not of any source: the weights, the rule's thresholds, the t-value
parameter as (
    select indicator_id, ref_area, key_period as time_period, sex, contingency, time_period::varchar as item, 'weight' as input,
        weight as value, 'RO' as unit, 'recency_weight' as parameter
    from observed
    where is_line

    union all by name
    select v.* exclude (is_line), '' as item, p.parameter as input, p.value::double as value, p.unit_measure as unit, p.parameter
    from valued as v
    join reference.progress_rule as p
        on (p.parameter = 'target_year' and v.is_line)
        or (v.indicator_id = 'progress_status' and p.parameter in ('target_year', 'achieved_from', 'on_track_share', 'moderate_share', 'deteriorating_below'))

    union all by name
    select v.* exclude (is_line), '' as item, 't_value' as input, t.t_value as value, 'RO' as unit, 't_80' as parameter
    from valued as v
    join indicators.trend as t using (contingency, sex, ref_area)
    where v.indicator_id in ('projection_2030_low', 'projection_2030_high')
),

-- the line a projection's interval lies around
line as (
    select v.*, t.source_id, t.vintage, t.latest_year, t.snapshot_sha256, unnest([
        {input: 'slope', value: t.slope, unit: 'PP_A', made_as: 'trend_slope'},
        {input: 'level', value: t.level, unit: 'PT', made_as: 'projection_2030, before it is held to 0 and 100'}
    ], recursive := true)
    from valued as v
    join indicators.trend as t using (contingency, sex, ref_area)
    where v.indicator_id in ('projection_2030_low', 'projection_2030_high')
)

select indicator_id, ref_area, key_period as time_period, sex, contingency, item, input, value as obs_value, unit as unit_measure,
    obs_status, array_to_string(flag_list, '|') as flags, source_id, vintage, series_code, ref_area as source_area,
    time_period as source_time_period, snapshot_sha256
from observation
where input <> ''

union all by name
select indicator_id, ref_area, time_period, sex, contingency, '' as item, input, value as obs_value, unit as unit_measure,
    null as obs_status, '' as flags, source_id, vintage, made_as as series_code, ref_area as source_area,
    latest_year as source_time_period, snapshot_sha256
from line

union all by name
select indicator_id, ref_area, time_period, sex, contingency, item, input, value as obs_value, unit as unit_measure,
    null as obs_status, '' as flags, 'parameter' as source_id, null as vintage, parameter as series_code, null as source_area,
    null as source_time_period, null as snapshot_sha256
from parameter
