-- indicators.source_quality
-- grain  one vintage of one source
-- Of how many observations the source tells where they come from; what it does not tell is not guessed.
-- materialized view
select
    s.source_id, s.vintage, s.observations, s.rejected,
    sum(c.reported)::bigint as reported, sum(c.estimated)::bigint as estimated, sum(c.modelled)::bigint as modelled,
    s.observations - sum(c.reported + c.estimated + c.modelled)::bigint as not_told,
    100.0 * sum(c.reported) / nullif(s.observations, 0) as reported_pct,
    100.0 * sum(c.estimated) / nullif(s.observations, 0) as estimated_pct,
    100.0 * sum(c.modelled) / nullif(s.observations, 0) as modelled_pct,
    count(distinct c.series_code) filter (where c.observations > 0) as series
from indicators.snapshot as s
left join indicators.observation_count as c on c.source_id = s.source_id and c.vintage = s.vintage
group by s.source_id, s.vintage, s.observations, s.rejected
order by s.source_id, s.vintage
