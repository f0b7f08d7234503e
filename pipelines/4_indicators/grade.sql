-- indicators.grade
-- grain  flags that a value has, as they are written
-- Each flag takes away what data/reference/flag.csv says (A nothing, B 1, C 2, D 3 and more).
with given as (
    select flags from indicators.protection_value
    union
    select flags from indicators.economy_value
    union
    select flags from indicators.topic_value
),

penalty as (
    select g.flags, sum(coalesce(f.penalty::integer, 0)) as points
    from (select flags, unnest(string_split(flags, '|')) as flag from given) as g
    left join reference.flag as f using (flag)
    group by all
)

select flags, points, case points when 0 then 'A' when 1 then 'B' when 2 then 'C' else 'D' end as confidence
from penalty
order by flags
