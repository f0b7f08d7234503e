-- indicators.topic_indicator
-- grain  topic × indicator × contingency ('_Z' where not of a contingency)
-- Counted are countries with a value in the years given, back from the indicator's newest (all years where none are
-- given). Below the topic's minimum an indicator is not shown: it would tell of a few countries and look like the world.
with listed as (
    select t.topic, t.minimum_countries::integer as minimum_countries, i.indicator_id, nullif(i.contingency, '') as contingency,
        i.sort_order::integer as sort_order, i.years::integer as years
    from reference.topic_indicator as i
    join reference.topic as t on t.topic = i.topic
),

-- countries by their newest value
newest as (
    select v.indicator_id, v.contingency, v.ref_area, max(v.time_period) as time_period
    from indicators.indicator_value as v
    join reference.ref_area as a on a.iso3 = v.ref_area
    where v.indicator_id in (select indicator_id from listed)
    group by all
),

dated as (
    select *, max(time_period) over (partition by indicator_id, contingency) as last_year
    from newest
),

counted as (
    select
        l.topic, d.indicator_id, d.contingency, l.sort_order, l.years, l.minimum_countries, d.last_year,
        count(*) filter (where l.years is null or d.time_period >= d.last_year - l.years) as n_countries,
        count(*) as n_countries_ever
    from listed as l
    join dated as d on d.indicator_id = l.indicator_id and d.contingency = coalesce(l.contingency, d.contingency)
    group by all
)

select *, n_countries >= minimum_countries as is_shown
from counted
order by topic, sort_order, contingency
