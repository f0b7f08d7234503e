-- indicators.package_path
-- grain  low- or middle-income country × benefit of known coverage × year up to 2030: the way to full coverage in equal steps
-- People follow the UN's projection (indicators.projected_people), GDP the IMF's forecast of real growth; level and line stay
-- in real terms. increment is what the year needs above today's coverage, % of that year's GDP: nothing in the first year, the
-- whole gap in 2030.

-- GDP of each year over that of a year before, along the forecast of growth
with volume as (
    select ref_area, time_period, vintage as growth_vintage,
        exp(sum(ln(1 + obs_value / 100)) over (partition by ref_area order by time_period)) as volume
    from indicators.figure
    where figure_id = 'real_growth' and time_period between 2015 and 2030 and obs_value > -100
)

select
    b.ref_area, b.benefit, p.time_period, b.time_period as base_year,
    b.persons * p.persons / p0.persons as persons,
    b.gdp * g.volume / g0.volume as gdp,
    b.cost * (p.persons / p0.persons) / (g.volume / g0.volume) as cost_of_year,
    b.coverage as base_coverage,
    b.coverage + (100 - b.coverage) * (p.time_period - b.time_period) / (2030 - b.time_period) as target_coverage,
    cost_of_year * (target_coverage - b.coverage) / 100 as increment,
    p.population_vintage, g.growth_vintage
from indicators.package_benefit as b
join indicators.projected_people as p on p.ref_area = b.ref_area and p.benefit = b.benefit and p.time_period >= b.time_period
join indicators.projected_people as p0 on p0.ref_area = b.ref_area and p0.benefit = b.benefit and p0.time_period = b.time_period and p0.persons > 0
join volume as g on g.ref_area = b.ref_area and g.time_period = p.time_period
join volume as g0 on g0.ref_area = b.ref_area and g0.time_period = b.time_period
where b.gap is not null
order by b.ref_area, b.benefit, p.time_period
