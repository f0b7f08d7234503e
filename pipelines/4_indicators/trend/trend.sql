-- indicators.trend
-- grain  contingency × sex × area with an observation since the first base year, of the default release
-- Base is the first observation, latest the newest one. The line is fitted by weighted least squares to the years as
-- distances to the target year (x), so level is its height in that year; there are none below the minimum of data.
with summed as (
    select
        contingency, sex, ref_area, source_id, vintage,
        count(*) as observations,
        min(time_period) as base_year, max(time_period) as latest_year,
        min_by(coverage, time_period) as base, max_by(coverage, time_period) as latest,
        max_by(flag_list, time_period) as latest_flags,
        list_sort(list_distinct(flatten(list(flag_list)))) as flag_list,
        max_by(obs_status, time_period) as obs_status,
        max_by(series_code, time_period) as series_code,
        max_by(snapshot_sha256, time_period) as snapshot_sha256,
        sum(weight) as w,
        sum(weight * (time_period - target_year)) as wx,
        sum(weight * (time_period - target_year) ^ 2) as wxx,
        sum(weight * coverage) as wy,
        sum(weight * (time_period - target_year) * coverage) as wxy
    from indicators.trend_observation, indicators.progress_rule
    group by all
),

fitted as (
    select s.contingency, s.sex, s.ref_area, s.observations,
        (w * wxy - wx * wy) / (w * wxx - wx ^ 2) as slope,
        (wxx * wy - wx * wxy) / (w * wxx - wx ^ 2) as level,
        1 + wxx / (w * wxx - wx ^ 2) as spread
    from summed as s, indicators.progress_rule as r
    where s.observations >= r.min_observations and s.latest_year - s.base_year >= r.min_span
),

residual as (
    select f.contingency, f.sex, f.ref_area,
        sum(o.weight * (o.coverage - f.level - f.slope * (o.time_period - r.target_year)) ^ 2) as squares
    from fitted as f
    join indicators.trend_observation as o using (contingency, sex, ref_area)
    cross join indicators.progress_rule as r
    group by all
),

-- 80 per cent of new observations of weight 1 fall inside, if the line holds and errors are normal
line as (
    select f.*, t.t_80::double as t_value, t.t_80::double * sqrt(e.squares / (f.observations - 2) * f.spread) as half_width
    from fitted as f
    join residual as e using (contingency, sex, ref_area)
    join reference.t_value as t on t.degrees_of_freedom::integer = f.observations - 2
)

select
    s.* exclude (w, wx, wxx, wy, wxy),
    latest_year - base_year as years,
    if(latest_year > base_year, latest - base, null) as change,
    (latest - base) / nullif(latest_year - base_year, 0) as pace,
    case when latest >= 100 then 0 when latest > base then (100 - latest) / ((latest - base) / (latest_year - base_year)) end as years_to_universal,
    i.slope, i.level, i.t_value, i.level - i.half_width as low, i.level + i.half_width as high
from summed as s
left join line as i using (contingency, sex, ref_area)
order by contingency, sex, ref_area
