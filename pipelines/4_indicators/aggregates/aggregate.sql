-- indicators.aggregate
-- grain  group × contingency × sex × year with at least one country that has a value: our mean weighted by reference populations
-- Our rule (D): a mean only where at least three countries have a value and hold at least half of the group's reference
-- population. The share held and the counts are told either way: of all members, and of those whose reference population is
-- known. No sum of doubles goes beyond 100.
with listed as (
    select group_code as ref_area, time_period, count(distinct iso3) as members from indicators.aggregate_group group by all
),

summed as (
    select
        g.group_code as ref_area, c.contingency, c.sex, g.time_period,
        count(*) as countries,
        count(c.coverage) as countries_with_value,
        count(c.coverage) filter (where c.value_year = g.time_period) as countries_of_the_year,
        min(c.value_year) as oldest_year,
        sum(c.weight) as weight,
        sum(c.weight) filter (where c.coverage is not null) as weight_with_value,
        sum(c.weight) filter (where c.value_year < g.time_period) as weight_older,
        sum(c.coverage * c.weight) as covered,
        min(c.coverage) as lowest, max(c.coverage) as highest,
        max(c.weight_source) as weight_source, max(c.weight_series) as weight_series, max(c.weight_sha256) as weight_sha256,
        max(c.source_id) as source_id, max(c.vintage) as vintage, max(c.series_code) as series_code, max(c.snapshot_sha256) as snapshot_sha256
    from indicators.aggregate_group as g
    join indicators.aggregate_country as c on c.ref_area = g.iso3 and c.time_period = g.time_period
    group by all
)

select
    summed.* exclude (weight_older, covered), listed.members,
    least(100, 100 * weight_with_value / weight) as weight_covered,
    coalesce(100 * weight_older / weight_with_value, 0) as weight_older,
    if(countries_with_value >= 3 and weight_with_value >= 0.5 * weight, least(100, covered / weight_with_value), null) as coverage,
    concat_ws('|',
        if(weight_with_value < 0.8 * weight, 'incomplete', null),
        if(weight_older > 0.25 * weight_with_value, 'older_values', null)) as flags
from summed
join listed using (ref_area, time_period)
where countries_with_value > 0
order by contingency, sex, ref_area, time_period
