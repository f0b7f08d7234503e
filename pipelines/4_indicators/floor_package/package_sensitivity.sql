-- indicators.package_sensitivity
-- grain  low- or middle-income country with a total gap × parameter × change of it (20 % down, 20 % up): what it does to the gap
-- The formula is a product, so a parameter multiplies the gap of its benefits; administration is a markup; no year has more
-- than twelve months. An age changes the persons (indicators.package_age_factor); from 78 on there is no band of ages: no_data.
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

factored as (
    select p.ref_area, p.time_period, p.gap, c.parameter_id, c.benefit, c.change_pct, c.parameter, c.changed_to,
        case when c.parameter_id in ('child_age_to', 'oldage_age_from') then a.factor
            when c.parameter_id = 'admin_cost' then (1 + c.changed_to / 100) / (1 + c.parameter / 100)
            else c.changed_to / c.parameter end as factor
    from indicators.package as p
    cross join changed as c
    left join indicators.package_age_factor as a on a.ref_area = p.ref_area and a.time_period = p.time_period and a.parameter_id = c.parameter_id and a.change_pct = c.change_pct
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
