-- indicators.topic
-- grain  one of the five topics of the policy briefs
-- A topic is shown when at least one of its indicators reaches the minimum of countries with data.
select
    t.topic, t.sort_order::integer as sort_order, t.minimum_countries::integer as minimum_countries,
    t.name_en, t.name_fr, t.name_es, t.intro_en, t.intro_fr, t.intro_es,
    count(i.indicator_id) as indicators,
    count(i.indicator_id) filter (where i.is_shown) as indicators_shown,
    coalesce(max(i.n_countries), 0) as n_countries,
    coalesce(bool_or(i.is_shown), false) as is_shown
from reference.topic as t
left join indicators.topic_indicator as i on i.topic = t.topic
group by all
order by sort_order
