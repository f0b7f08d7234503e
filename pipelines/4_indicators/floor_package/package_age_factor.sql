-- indicators.package_age_factor
-- grain  area × year × age of the illustrative package × change of it (20 % down, 20 % up): persons then over persons now
-- Between the limits of the population's bands ages count as equally many. Children are the years of birth up to the age (0 to 4:
-- five of them). Older persons from 78 on are in no band and have no factor.
with changed as (
    select parameter_id, value::double as parameter, unnest([-20, 20]) as change_pct,
        if(parameter_id = 'child_age_to', (parameter + 1) * (1 + change_pct / 100) - 1, parameter * (1 + change_pct / 100)) as changed_to
    from reference.package_parameter
    where parameter_id in ('child_age_to', 'oldage_age_from')
),

-- persons under an age (x), country by country: whole bands below it and the part of the one it falls into
band(age, lower_age, upper_age) as (
    values ('0-4', 0, 5), ('5-14', 5, 15), ('15-24', 15, 25), ('25-34', 25, 35), ('35-44', 35, 45), ('45-54', 45, 55), ('55-64', 55, 65)
),

limits as (
    select distinct parameter_id, change_pct, unnest(if(parameter_id = 'child_age_to', [parameter + 1, changed_to + 1], [parameter, changed_to])) as x
    from changed
),

below as (
    select w.ref_area, w.time_period, x.x, sum(w.obs_value * greatest(0, least(1, (x.x - b.lower_age) / (b.upper_age - b.lower_age))) order by w.age, w.sex) as persons
    from clean.obs_un_wpp_population as w
    join band as b on b.age = w.age
    cross join (select distinct x from limits where x <= 65) as x
    where w.is_newest and w.sex in ('F', 'M') and w.time_period in (select distinct time_period from indicators.package_given)
    group by all
),

everyone as (
    select ref_area, time_period, sum(obs_value) as persons
    from clean.obs_un_wpp_population
    where is_newest and sex = '_T' and age = '_T' and time_period in (select distinct time_period from indicators.package_given)
    group by all
)

select e.ref_area, e.time_period, c.parameter_id, c.change_pct,
    if(c.parameter_id = 'child_age_to', b1.persons / b0.persons, (e.persons - b1.persons) / (e.persons - b0.persons)) as factor
from changed as c
cross join everyone as e
join below as b0 on b0.ref_area = e.ref_area and b0.time_period = e.time_period and b0.x = c.parameter + if(c.parameter_id = 'child_age_to', 1, 0)
join below as b1 on b1.ref_area = e.ref_area and b1.time_period = e.time_period and b1.x = c.changed_to + if(c.parameter_id = 'child_age_to', 1, 0)
order by e.ref_area, e.time_period, c.parameter_id, c.change_pct
