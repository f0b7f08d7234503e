-- indicators.package_benefit
-- grain  country × benefit of the SpIndicators illustrative floor package
-- Cost = persons × line × level × months / 12 × (1 + administration); the gap is the part of it for those not covered. A benefit
-- whose coverage is unknown has a cost and no gap: the gap then lies between nothing and the cost.
with given as (
    select ref_area, time_period, benefit,
        max(obs_value) filter (where input = 'base_population') * coalesce(max(obs_value) filter (where input = 'eligible_share'), 100) / 100 as persons,
        max(obs_value) filter (where input = 'level') as level,
        max(obs_value) filter (where input = 'months') as months,
        max(obs_value) filter (where input = 'published_coverage') as published_coverage,
        max(source_time_period) filter (where input = 'published_coverage') as coverage_year,
        coalesce(max(flags) filter (where input = 'published_coverage'), '') as coverage_flags,
        -- births and unemployment are shares that must be there: without them there is no cost
        bool_or(benefit in ('child', 'oldage') or input = 'eligible_share') as is_complete
    from indicators.package_figure
    where benefit <> ''
    group by all
),

shared as (
    select ref_area,
        max(obs_value) filter (where input = 'line') as line,
        max(series_code) filter (where input = 'line') as line_parameter,
        max(obs_value) filter (where input = 'admin') as admin,
        max(obs_value) filter (where input = 'population') as population,
        max(obs_value) filter (where input = 'gdp_per_head') as gdp_per_head
    from indicators.package_figure
    where benefit = ''
    group by all
)

select
    g.ref_area, g.time_period, g.benefit,
    g.persons, g.level, g.months, s.line, s.line_parameter, s.admin, s.population, s.gdp_per_head * s.population as gdp,
    100 * g.persons * s.line * 365 * g.level / 100 * g.months / 12 * (1 + s.admin / 100) / gdp as cost,
    if(g.published_coverage > 100, 100, g.published_coverage) as coverage, g.coverage_year, g.coverage_flags,
    cost * (100 - coverage) / 100 as gap
from given as g
join shared as s using (ref_area)
where g.is_complete and g.persons is not null
