-- clean.compare
-- grain  key whose value was added, changed, relabelled or withdrawn between two consecutive vintages of one source;
--        or series that the newer vintage lacks altogether (series_absent: its other key columns and values are null)
-- Runs behind each pair of snapshot tables (common table expressions `older` and `newer`).
-- A vintage may be a cut of the source. What is compared: series of both vintages, from the older one's first year of
-- the series on; nothing counts as withdrawn where the newer vintage holds no area of its kind (countries, groups).
-- An absent series may have been withdrawn or left out of the cut: no file says which, so it is told and not judged.
with area_kind as (
    select iso3 as ref_area, 'country' as kind from reference.ref_area
    union all select group_code, 'group' from reference.groups
    union all select ref_area, kind from reference.other_area
),

kind_of_newer as (
    select distinct k.kind
    from (select distinct ref_area from newer) as n
    join area_kind as k on k.ref_area = n.ref_area
),

series_of_both as (
    select o.series_code, o.first_year
    from (select series_code, min(time_period) as first_year from older group by all) as o
    semi join (select distinct series_code from newer) as n on n.series_code = o.series_code
),

comparable as materialized (
    select n.series_code, n.ref_area, n.time_period, n.sex, n.age, n.breakdown, n.obs_value
    from newer as n
    join series_of_both as b on b.series_code = n.series_code and n.time_period >= b.first_year
),

same_under_another_sex as (
    select distinct series_code, ref_area, time_period, age, breakdown, obs_value
    from comparable
)

select
    coalesce(n.series_code, o.series_code) as series_code,
    coalesce(n.ref_area, o.ref_area) as ref_area,
    coalesce(n.time_period, o.time_period) as time_period,
    coalesce(n.sex, o.sex) as sex,
    coalesce(n.age, o.age) as age,
    coalesce(n.breakdown, o.breakdown) as breakdown,
    o.obs_value as value_from,
    n.obs_value as value_to,
    case
        when o.series_code is null then 'added'
        when n.series_code is not null then 'changed'
        -- the same figure under another sex (maternity: all persons, then women) was not withdrawn
        when s.series_code is not null then 'relabelled'
        else 'withdrawn'
    end as change
from comparable as n
full join (select o.* from older as o semi join series_of_both as b on b.series_code = o.series_code) as o
    on o.series_code = n.series_code and o.ref_area = n.ref_area and o.time_period = n.time_period
    and o.sex = n.sex and o.age = n.age and o.breakdown = n.breakdown
left join same_under_another_sex as s
    on s.series_code = o.series_code and s.ref_area = o.ref_area and s.time_period = o.time_period
    and s.age = o.age and s.breakdown = o.breakdown and s.obs_value = o.obs_value
where o.series_code is null
   or (n.series_code is null
       and (select k.kind from area_kind as k where k.ref_area = o.ref_area) in (select kind from kind_of_newer))
   -- the same figure printed with 15 and with 17 digits is not a revision
   or (n.series_code is not null
       and ((n.obs_value is null) <> (o.obs_value is null)
            or abs(n.obs_value - o.obs_value) > 1e-9 * greatest(1, abs(o.obs_value))))

union all

select distinct o.series_code, null, null, null, null, null, null, null, 'series_absent'
from older as o
anti join newer as n on n.series_code = o.series_code
