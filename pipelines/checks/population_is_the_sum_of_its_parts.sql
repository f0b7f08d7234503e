-- checks.population_is_the_sum_of_its_parts
-- level  error
-- Women and men, below 15 and from 15 on, add up to the whole population; so do the shares of the three ages to 100.
with person as (
    select ref_area, time_period,
        sum(obs_value) filter (where sex in ('F', 'M') and age in ('0-14', '15+')) as parts,
        max(obs_value) filter (where sex = '_T' and age = '_T') as total
    from clean.obs_un_wpp_population
    where is_newest and time_period between 2000 and 2030 and age in ('0-14', '15+', '_T')
    group by all
),

share as (
    select ref_area, time_period, sum(obs_value) as parts, 100 as total
    from indicators.figure_worldbank
    where figure_id in ('age_0_14_share', 'age_15_64_share', 'age_65_up_share')
    group by all
    having count(*) = 3
)

select 'persons' as what, * from person where abs(parts - total) > 0.001 * total
union all
select 'shares', * from share where abs(parts - total) > 0.1
