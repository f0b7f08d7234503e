-- checks.flags_are_known
-- level  error
-- Every flag has its words and what it takes from the grade (data/reference/flag.csv).
select distinct v.indicator_id, u.flag
from indicators.indicator_value as v, unnest(string_split(v.flags, '|')) as u(flag)
left join reference.flag as f on f.flag = u.flag
where u.flag <> '' and f.flag is null
