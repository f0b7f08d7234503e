-- indicators.trend_value
-- grain  indicator × area × year × sex × contingency; of projections the year is the target year, of the rest that of the latest observation
-- indicator: change_since_base, pace, years_to_universal, trend_slope, projection_2030, projection_2030_low, projection_2030_high, progress_status
-- Observations on a line leave an interval narrower than the tenth they are told to: it says nothing, and is flagged so.
-- materialized view
with status as (
    select contingency, sex, ref_area, status_code::double as code from indicators.progress where status <> 'not_enough_data'
),

made as (
    select t.*, unnest([
        {indicator_id: 'change_since_base', year: latest_year, obs_value: change, unit_measure: 'PP', added: ''},
        {indicator_id: 'pace', year: latest_year, obs_value: pace, unit_measure: 'PP_A', added: ''},
        {indicator_id: 'years_to_universal', year: latest_year, obs_value: years_to_universal, unit_measure: 'YR', added: ''},
        {indicator_id: 'progress_status', year: latest_year, obs_value: s.code, unit_measure: 'CODE', added: 'judged'},
        {indicator_id: 'trend_slope', year: latest_year, obs_value: slope, unit_measure: 'PP_A', added: 'line'},
        {indicator_id: 'projection_2030', year: r.target_year, obs_value: level, unit_measure: 'PT', added: 'projected'},
        {indicator_id: 'projection_2030_low', year: r.target_year, obs_value: low, unit_measure: 'PT', added: 'projected'},
        {indicator_id: 'projection_2030_high', year: r.target_year, obs_value: high, unit_measure: 'PT', added: 'projected'}
    ], recursive := true)
    from indicators.trend as t
    left join status as s using (contingency, sex, ref_area)
    cross join indicators.progress_rule as r
)

select
    indicator_id, ref_area, year as time_period, sex, contingency,
    if(added = 'projected', greatest(0, least(100, obs_value)), obs_value) as obs_value,
    unit_measure, obs_status,
    array_to_string(list_concat(flag_list, list_filter([
        if(added = 'projected', 'projected', ''),
        if(added = 'projected' and obs_value not between 0 and 100, 'bounded', ''),
        if(indicator_id in ('projection_2030_low', 'projection_2030_high') and high - low < 0.1, 'no_scatter', ''),
        if(added <> '' and observations < 5, 'few_observations', ''),
        if(added in ('', 'judged') and observations > 1 and years < 3, 'short_period', '')], lambda flag: flag <> '')), '|') as flags,
    source_id, vintage, series_code, latest_year as source_time_period, snapshot_sha256
from made
where obs_value is not null
