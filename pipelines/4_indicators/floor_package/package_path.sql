-- indicators.package_path
-- grain  low- or middle-income country × benefit of known coverage × year up to 2030: the way to full coverage in equal steps
-- People follow the UN's projection (indicators.projected_people), GDP the IMF's forecast of real growth; level and line stay
-- in real terms. increment is what the year needs above today's coverage, % of that year's GDP: nothing in the first year, the
-- whole gap in 2030. Where the forecast ends or has a hole, the path ends.
with growth as (
    select b.ref_area, b.time_period as base_year, f.time_period, f.vintage,
        if(f.time_period = base_year, 0, ln(1 + f.obs_value / 100)) as step
    from (select distinct ref_area, time_period from indicators.package_benefit) as b
    join indicators.figure as f on f.ref_area = b.ref_area and f.time_period >= b.time_period
    where f.figure_id = 'real_growth' and f.obs_value > -100
),

-- GDP of each year over that of the base year, which is 100
volume as (
    select ref_area, base_year, time_period, vintage, 100 * exp(sum(step) over years) as gdp_index
    from growth
    window years as (partition by ref_area order by time_period)
    qualify row_number() over years = time_period - base_year + 1
)

select
    b.ref_area, b.benefit, p.time_period, b.time_period as base_year,
    b.persons * p.persons / p0.persons as persons,
    b.gdp * g.gdp_index / 100 as gdp,
    b.cost * (p.persons / p0.persons) / (g.gdp_index / 100) as cost_of_year,
    b.coverage as base_coverage,
    b.coverage + (100 - b.coverage) * (p.time_period - b.time_period) / (r.target_year - b.time_period) as target_coverage,
    cost_of_year * (target_coverage - b.coverage) / 100 as increment,
    g.gdp_index, p.vintage as population_vintage, g.vintage as growth_vintage
from indicators.package_benefit as b
join indicators.projected_people as p on p.ref_area = b.ref_area and p.benefit = b.benefit and p.time_period >= b.time_period
join indicators.projected_people as p0 on p0.ref_area = b.ref_area and p0.benefit = b.benefit and p0.time_period = b.time_period and p0.persons > 0
join volume as g on g.ref_area = b.ref_area and g.time_period = p.time_period
cross join indicators.progress_rule as r
where b.gap is not null and p.time_period <= r.target_year
order by b.ref_area, b.benefit, p.time_period
