-- indicators.package_sensitivity
-- grain  low- or middle-income country with a total gap × parameter × change of it (20 % down, 20 % up): what it does to the gap
-- The formula is a product, so a parameter multiplies the gap of its benefits; administration is a markup; no year has more
-- than twelve months. An age changes the persons: between the limits of the population's bands ages count as equally many.
-- Children are the years of birth up to the age (0 to 4: five of them). Older persons from 78 on are in no band: no_data.
with parameter as (
    select parameter_id, coalesce(benefit, '') as benefit, value::double as parameter, unnest([-20, 20]) as change_pct
    from reference.package_parameter
    where parameter_id like '%_level' or parameter_id like '%_months' or parameter_id like 'line_%'
       or parameter_id in ('admin_cost', 'disability_prevalence', 'child_age_to', 'oldage_age_from')
),

changed as (
    select *,
        case when parameter_id like '%_months' then least(12, parameter * (1 + change_pct / 100))
            when parameter_id = 'child_age_to' then (parameter + 1) * (1 + change_pct / 100) - 1
            else parameter * (1 + change_pct / 100) end as changed_to
    from parameter
),

-- persons under an age (x), country by country: whole bands below it and the part of the one it falls into
band(age, lower_age, upper_age) as (
    values ('0-4', 0, 5), ('5-14', 5, 15), ('15-24', 15, 25), ('25-34', 25, 35), ('35-44', 35, 45), ('45-54', 45, 55), ('55-64', 55, 65)
),

limits as (
    select distinct parameter_id, change_pct, unnest(if(parameter_id = 'child_age_to', [parameter + 1, changed_to + 1], [parameter, changed_to])) as x
    from changed
    where parameter_id in ('child_age_to', 'oldage_age_from')
),

below as (
    select w.ref_area, w.time_period, x.x, sum(w.obs_value * greatest(0, least(1, (x.x - b.lower_age) / (b.upper_age - b.lower_age))) order by w.age, w.sex) as persons
    from clean.obs_un_wpp_population as w
    join band as b on b.age = w.age
    cross join (select distinct x from limits where x <= 65) as x
    where w.is_newest and w.sex in ('F', 'M') and w.time_period in (select distinct time_period from indicators.package)
    group by all
),

everyone as (
    select ref_area, time_period, sum(obs_value) as persons
    from clean.obs_un_wpp_population
    where is_newest and sex = '_T' and age = '_T'
    group by all
),

aged as (
    select e.ref_area, e.time_period, c.parameter_id, c.change_pct,
        if(c.parameter_id = 'child_age_to', b1.persons / b0.persons, (e.persons - b1.persons) / (e.persons - b0.persons)) as factor
    from changed as c
    cross join everyone as e
    join below as b0 on b0.ref_area = e.ref_area and b0.time_period = e.time_period and b0.x = c.parameter + if(c.parameter_id = 'child_age_to', 1, 0)
    join below as b1 on b1.ref_area = e.ref_area and b1.time_period = e.time_period and b1.x = c.changed_to + if(c.parameter_id = 'child_age_to', 1, 0)
    where c.parameter_id in ('child_age_to', 'oldage_age_from')
),

factored as (
    select p.ref_area, p.time_period, p.gap, c.parameter_id, c.benefit, c.change_pct, c.parameter, c.changed_to,
        case when c.parameter_id in ('child_age_to', 'oldage_age_from') then a.factor
            when c.parameter_id = 'admin_cost' then (1 + c.changed_to / 100) / (1 + c.parameter / 100)
            else c.changed_to / c.parameter end as factor
    from indicators.package as p
    cross join changed as c
    left join aged as a on a.ref_area = p.ref_area and a.time_period = p.time_period and a.parameter_id = c.parameter_id and a.change_pct = c.change_pct
    where p.gap is not null
)

select
    f.ref_area, f.time_period, f.parameter_id, f.change_pct, f.parameter, f.changed_to, f.gap,
    if(f.factor is null, null, sum(b.gap * if(f.benefit in ('', b.benefit), f.factor, 1) order by b.benefit)) as gap_changed,
    gap_changed - f.gap as difference,
    if(f.factor is null, 'age_is_in_no_band', null) as no_data
from factored as f
join indicators.package_benefit as b on b.ref_area = f.ref_area and b.gap is not null
where f.parameter_id not like 'line_%' or f.parameter_id = b.line_parameter
group by f.ref_area, f.time_period, f.parameter_id, f.change_pct, f.parameter, f.changed_to, f.gap, f.factor
order by f.ref_area, f.parameter_id, f.change_pct
