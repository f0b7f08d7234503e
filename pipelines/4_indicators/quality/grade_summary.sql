-- indicators.grade_summary
-- grain  indicator × confidence grade × flags that led to it: how many values, and the reasons in words
-- The same words `spi explain` gives for one value. No reason: nothing is known against the value.
with counted as (
    select indicator_id, confidence, flags, count(*) as n
    from indicators.indicator_value
    group by all
),

reason as (
    select c.flags,
        string_agg(f.name_en, '; ' order by f.penalty desc, f.flag) as reason_en,
        string_agg(f.name_fr, ' ; ' order by f.penalty desc, f.flag) as reason_fr,
        string_agg(f.name_es, '; ' order by f.penalty desc, f.flag) as reason_es,
        sum(f.penalty::integer) as penalty
    from (select distinct flags, unnest(string_split(flags, '|')) as flag from counted) as c
    join reference.flag as f on f.flag = c.flag
    group by c.flags
)

select
    c.indicator_id, c.confidence, c.flags, c.n,
    100.0 * c.n / sum(c.n) over (partition by c.indicator_id) as share_pct,
    coalesce(r.penalty, 0) as penalty,
    r.reason_en, r.reason_fr, r.reason_es
from counted as c
left join reason as r on r.flags = c.flags
order by c.indicator_id, c.confidence, c.n desc, c.flags
