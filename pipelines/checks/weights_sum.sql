-- checks.weights_sum
-- level  error
-- In each aggregate the weight of the countries with a value and of those without make the weight of the group, every member
-- once; and the World is the SDG regions of the United Nations together (Kosovo is in a region and not in the UN's World).
with counted as (
    select g.group_code as ref_area, c.contingency, c.sex, g.time_period,
        coalesce(sum(c.weight) filter (where c.coverage is not null), 0) as with_value,
        coalesce(sum(c.weight) filter (where c.coverage is null), 0) as without_value
    from (select distinct group_code, iso3, time_period from indicators.aggregate_group) as g
    join indicators.aggregate_country as c on c.ref_area = g.iso3 and c.time_period = g.time_period
    group by all
),

regions as (
    select c.contingency, c.sex, c.time_period, sum(c.weight) as parts
    from indicators.aggregate_group as g
    join indicators.aggregate_country as c on c.ref_area = g.iso3 and c.time_period = g.time_period
    where g.group_code in (select sdg_region from reference.ref_area)
      and g.iso3 in (select iso3 from indicators.aggregate_group where group_code = '001')
    group by all
)

select a.ref_area, a.contingency, a.sex, a.time_period, a.weight, c.with_value + c.without_value as parts
from indicators.aggregate as a
left join counted as c using (ref_area, contingency, sex, time_period)
where c.with_value is null
   or abs(c.with_value + c.without_value - a.weight) > 1e-9 * a.weight
   or abs(c.with_value - a.weight_with_value) > 1e-9 * a.weight
   or abs(100 * c.with_value / a.weight - a.weight_covered) > 1e-9

union all
select a.ref_area, a.contingency, a.sex, a.time_period, a.weight, r.parts
from indicators.aggregate as a
left join regions as r using (contingency, sex, time_period)
where a.ref_area = '001' and (r.parts is null or abs(r.parts - a.weight) > 1e-9 * a.weight)
