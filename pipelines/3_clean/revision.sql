-- clean.revision
-- grain  source × consecutive vintages × key whose value was added, changed or withdrawn
-- A vintage may be a cut of the source (some series, some areas, some years). What is compared is what both hold:
-- series and areas of both vintages, from the older vintage's first year of the series on.
with pair as (
    select source_id, vintage as vintage_to,
        lag(vintage) over (partition by source_id order by released_on, vintage) as vintage_from
    from reference.snapshot
    qualify vintage_from is not null
),

older as (
    select p.vintage_to, o.*
    from clean.observation as o
    join pair as p on p.source_id = o.source_id and p.vintage_from = o.vintage
),

newer as (
    select o.*
    from clean.observation as o
    join pair as p on p.source_id = o.source_id and p.vintage_to = o.vintage
),

series_of_both as (
    select o.source_id, o.vintage_to, o.series_code, o.first_year
    from (select source_id, vintage_to, series_code, min(time_period) as first_year from older group by all) as o
    semi join newer as n on n.source_id = o.source_id and n.vintage = o.vintage_to and n.series_code = o.series_code
),

area_of_both as (
    select source_id, vintage_to, ref_area from (select distinct source_id, vintage_to, ref_area from older)
    intersect
    select source_id, vintage, ref_area from (select distinct source_id, vintage, ref_area from newer)
),

compared as (
    select
        coalesce(n.source_id, o.source_id) as source_id,
        coalesce(n.series_code, o.series_code) as series_code,
        coalesce(n.ref_area, o.ref_area) as ref_area,
        coalesce(n.time_period, o.time_period) as time_period,
        coalesce(n.sex, o.sex) as sex,
        coalesce(n.age, o.age) as age,
        coalesce(n.breakdown, o.breakdown) as breakdown,
        coalesce(n.vintage, o.vintage_to) as vintage_to,
        o.published_value as value_from,
        n.published_value as value_to,
        case when o.source_id is null then 'added' when n.source_id is null then 'withdrawn' else 'changed' end as change
    from (select n.* from newer as n semi join series_of_both as b
            on b.source_id = n.source_id and b.vintage_to = n.vintage and b.series_code = n.series_code and n.time_period >= b.first_year) as n
    full join older as o
        on o.source_id = n.source_id and o.vintage_to = n.vintage and o.series_code = n.series_code and o.ref_area = n.ref_area
        and o.time_period = n.time_period and o.sex = n.sex and o.age = n.age and o.breakdown = n.breakdown
)

select
    c.source_id, c.series_code, c.ref_area, c.time_period, c.sex, c.age, c.breakdown,
    p.vintage_from, c.vintage_to, c.value_from, c.value_to, c.change
from compared as c
join pair as p on p.source_id = c.source_id and p.vintage_to = c.vintage_to
semi join series_of_both as b on b.source_id = c.source_id and b.vintage_to = c.vintage_to and b.series_code = c.series_code
semi join area_of_both as a on a.source_id = c.source_id and a.vintage_to = c.vintage_to and a.ref_area = c.ref_area
-- the same figure printed with 15 and with 17 digits is not a revision
where c.change <> 'changed'
   or (c.value_from is null) <> (c.value_to is null)
   or abs(c.value_to - c.value_from) > 1e-9 * greatest(1, abs(c.value_from))
