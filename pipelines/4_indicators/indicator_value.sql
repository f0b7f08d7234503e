-- indicators.indicator_value
-- grain  indicator × area × year × sex × contingency; not of a contingency: _Z
-- The source named is that of the main input; all inputs are in indicators.indicator_input. The grade follows from the
-- flags: each takes away what data/reference/flag.csv says (A nothing, B 1, C 2, D 3 and more).
with value as (
    from indicators.coverage_value
    union all by name from indicators.gender_value
    union all by name from indicators.trend_value
    union all by name from indicators.aggregate_value
    union all by name from indicators.peer_value
    union all by name from indicators.topic_value
    union all by name from indicators.standard_value
    union all by name from indicators.quality_value
    union all by name from indicators.package_value
    union all by name from indicators.package_group_value
    union all by name from indicators.poverty_gap_cost_value
    union all by name from indicators.fiscal_value
),

penalty as (
    select flags, sum(coalesce(f.penalty::integer, 0)) as points
    from (select distinct flags, unnest(string_split(flags, '|')) as flag from value)
    left join reference.flag as f using (flag)
    group by all
)

select
    indicator_id, ref_area, time_period, sex, contingency,
    obs_value, unit_measure, obs_status, v.flags,
    case when p.points = 0 then 'A' when p.points = 1 then 'B' when p.points = 2 then 'C' else 'D' end as confidence,
    source_id, vintage, series_code, source_time_period, snapshot_sha256
from value as v
join penalty as p on p.flags = v.flags
order by indicator_id, contingency, sex, ref_area, time_period
