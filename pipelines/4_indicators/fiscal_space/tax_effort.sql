-- indicators.tax_effort
-- grain  country with a tax figure and the four figures of the regression
-- capacity: what the regression expects, a benchmark and no frontier. effort: actual over capacity. residual: in logarithms.
with b as (
    select
        max(coefficient) filter (where term = 'constant') as b0, max(coefficient) filter (where term = 'income') as b1,
        max(coefficient) filter (where term = 'trade') as b2, max(coefficient) filter (where term = 'agriculture') as b3,
        max(coefficient) filter (where term = 'rents') as b4
    from indicators.tax_effort_model
),

country as (
    select ref_area, min(time_period) as first_year, max(time_period) filter (where input_set = 'tax') as time_period,
        max(obs_value) filter (where input = 'tax_revenue') as tax,
        ln(max(obs_value) filter (where input = 'gdp_per_head_ppp_constant')) as x1,
        max(obs_value) filter (where input_set = 'trade' and input = 'exports') + max(obs_value) filter (where input_set = 'trade' and input = 'imports') as x2,
        max(obs_value) filter (where input = 'agriculture') as x3,
        max(obs_value) filter (where input = 'resource_rents') as x4
    from indicators.fiscal_figure
    where input_set in ('tax', 'income', 'trade', 'agriculture', 'rents')
    group by all
)

select
    ref_area, time_period, first_year, tax,
    exp(b0 + b1 * x1 + b2 * x2 + b3 * x3 + b4 * x4) as capacity,
    tax / capacity as effort, capacity - tax as gap,
    case when tax > 0 then ln(tax) - ln(capacity) end as residual
from country, b
where tax is not null and capacity is not null
