-- indicators.package_sensitivity
-- grain  low- or middle-income country with a total gap × parameter × change of it (20 % down, 20 % up): what it does to the gap
-- The formula is a product, so a parameter multiplies the gap of its benefits; administration is a markup; no year has more
-- than twelve months.
with parameter as (
    select parameter_id, coalesce(benefit, '') as benefit, value::double as parameter, unnest([-20, 20]) as change_pct
    from reference.package_parameter
    where parameter_id like '%_level' or parameter_id like '%_months' or parameter_id like 'line_%'
       or parameter_id in ('admin_cost', 'disability_prevalence')
),

factor as (
    select parameter_id, benefit, change_pct,
        case when parameter_id = 'admin_cost' then (1 + parameter * (1 + change_pct / 100) / 100) / (1 + parameter / 100)
            when parameter_id like '%_months' then least(12, parameter * (1 + change_pct / 100)) / parameter
            else 1 + change_pct / 100 end as factor
    from parameter
)

select
    p.ref_area, p.time_period, f.parameter_id, f.change_pct, p.gap,
    sum(b.gap * if(f.benefit in ('', b.benefit), f.factor, 1)) as gap_changed,
    gap_changed - p.gap as difference
from indicators.package as p
join indicators.package_benefit as b on b.ref_area = p.ref_area and b.gap is not null
join factor as f on f.parameter_id not like 'line_%' or f.parameter_id = b.line_parameter
where p.gap is not null
group by p.ref_area, p.time_period, f.parameter_id, f.change_pct, p.gap
