-- indicators.package_given
-- grain  country × benefit ('' for what all share) × input of the cost of the illustrative floor package, all but coverage
-- Low- and middle-income countries only, as in the ILO's studies: no line is stated for high-income ones. The year is the
-- newest, at most five years back, with GDP and population.
-- National poverty lines per person are not in the data: the World Bank's line of the income group stands for them. Lines and
-- GDP are both in international dollars at prices of 2021.
with parameter as (
    select parameter_id, coalesce(benefit, '') as benefit, value::double as obs_value, unit_measure, if(verified = 'true', '', 'unverified') as flags
    from reference.package_parameter
),

country as (
    select i.ref_area, i.income_group, max(g.time_period) as time_period
    from indicators.income_group as i
    join indicators.figure as g on g.ref_area = i.ref_area and g.figure_id = 'gdp_per_head_ppp_constant'
    join indicators.figure as p on p.ref_area = g.ref_area and p.time_period = g.time_period and p.figure_id = 'population'
    cross join (select max(time_period) as newest from indicators.figure where figure_id = 'births_per_1000') as births
    where i.income_group <> 'HIC' and g.time_period between newest - 5 and newest
    group by all
),

-- figure → input; births per 1,000 inhabitants are per cent when divided by ten
used(figure_id, benefit, input, factor) as (
    values ('population', '', 'population', 1), ('gdp_per_head_ppp_constant', '', 'gdp_per_head', 1),
        ('population', 'maternity', 'base_population', 1), ('births_per_1000', 'maternity', 'eligible_share', 0.1),
        ('population', 'disability', 'base_population', 1),
        ('labour_force', 'unemployment', 'base_population', 1), ('unemployment_rate', 'unemployment', 'eligible_share', 1),
        ('gdp_usd', '', 'gdp_usd', 1), ('government_expenditure', '', 'government_expenditure', 1), ('government_revenue', '', 'government_revenue', 1)
),

ages as (
    select c.ref_area, c.time_period, if(w.age like '%+', 'oldage', 'child') as benefit, sum(w.obs_value) as obs_value,
        w.source_id, w.vintage, 'ages ' || w.age as series_code, w.snapshot_sha256
    from clean.obs_un_wpp_population as w
    join country as c on c.ref_area = w.ref_area and c.time_period = w.time_period
    where w.is_newest and w.sex in ('F', 'M')
      and w.age in (
          (select obs_value::integer || '+' from parameter where parameter_id = 'oldage_age_from'),
          (select '0-' || obs_value::integer from parameter where parameter_id = 'child_age_to'))
    group by all
)

select c.ref_area, c.time_period, u.benefit, u.input, f.obs_value * u.factor as obs_value,
    if(u.factor = 1, f.unit_measure, 'PT') as unit_measure, f.obs_status,
    case when f.obs_status = 'E' then 'estimated' when u.figure_id = 'unemployment_rate' then 'modelled' else '' end as flags,
    f.source_id, f.vintage, f.series_code || if(u.factor = 1, '', ' ÷ 10') as series_code, c.ref_area as source_area, f.time_period as source_time_period, f.snapshot_sha256
from country as c
join indicators.figure as f on f.ref_area = c.ref_area and f.time_period = c.time_period
join used as u on u.figure_id = f.figure_id

union all
select ref_area, time_period, benefit, 'base_population', obs_value, 'PS', null, '', source_id, vintage, series_code, ref_area, time_period, snapshot_sha256
from ages

union all
select c.ref_area, c.time_period, p.benefit,
    case when p.parameter_id = 'line_' || c.income_group then 'line' when p.parameter_id = 'admin_cost' then 'admin'
        when p.parameter_id = 'disability_prevalence' then 'eligible_share' else split_part(p.parameter_id, '_', 2) end,
    p.obs_value, p.unit_measure, null, concat_ws('|', nullif(p.flags, ''), case when p.parameter_id like 'line_%' then 'ppp_line' end),
    'parameter', null, p.parameter_id, null, null, null
from country as c
join parameter as p on p.parameter_id in ('line_' || c.income_group, 'admin_cost', 'disability_prevalence')
    or p.parameter_id like '%_level' or p.parameter_id like '%_months'

-- what the state spends on social protection: central government, Latin America and the Caribbean only
union all
select c.ref_area, c.time_period, '', 'social_protection', o.obs_value, o.unit_measure, o.obs_status, '',
    o.source_id, o.vintage, o.series_code || ' (' || o.breakdown || ')', o.ref_area, o.time_period, o.snapshot_sha256
from country as c
join clean.obs_cepal_social_spending as o on o.ref_area = c.ref_area and o.time_period between c.time_period - 5 and c.time_period
where o.is_newest and o.series_code = 'Social protection' and o.breakdown = 'Central government'
qualify row_number() over (partition by c.ref_area order by o.time_period desc) = 1
