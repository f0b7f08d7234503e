-- indicators.tax_effort_model
-- grain  one term of the regression of ln(tax / GDP) on ln GDP per head, trade, agriculture and resource rents (% of GDP)
-- Least squares by making each variable free of those before it (Gram-Schmidt), then reading the coefficients backwards:
-- the same solution as the normal equations, without inverting a matrix. No model of fewer than 30 countries.
with country as materialized (
    select ref_area, min(time_period) as first_year, max(time_period) as last_year,
        min(snapshot_sha256) as first_sha256, max(snapshot_sha256) as last_sha256, max(vintage) as vintage,
        ln(max(obs_value) filter (where input = 'tax_revenue' and obs_value > 0)) as y,
        ln(max(obs_value) filter (where input = 'gdp_per_head_ppp_constant')) as x1,
        max(obs_value) filter (where input_set = 'trade' and input = 'exports') + max(obs_value) filter (where input_set = 'trade' and input = 'imports') as x2,
        max(obs_value) filter (where input = 'agriculture') as x3,
        max(obs_value) filter (where input = 'resource_rents') as x4
    from indicators.fiscal_figure
    where input_set in ('tax', 'income', 'trade', 'agriculture', 'rents')
    group by all
    having y is not null and x1 is not null and x2 is not null and x3 is not null and x4 is not null
    -- Sums of doubles depend on the order of their rows, in the last digits.
    order by ref_area
),

mean as (
    select count(*) as n, avg(y) as y, avg(x1) as x1, avg(x2) as x2, avg(x3) as x3, avg(x4) as x4,
        min(first_year) as first_year, max(last_year) as last_year,
        -- the file its figures come from, as long as that is one
        if(min(first_sha256) = max(last_sha256), max(vintage), null) as vintage,
        if(min(first_sha256) = max(last_sha256), max(last_sha256), null) as snapshot_sha256
    from country
),

q1 as materialized (select c.y - m.y as y, c.x1 - m.x1 as q1, c.x2 - m.x2 as x2, c.x3 - m.x3 as x3, c.x4 - m.x4 as x4 from country as c, mean as m),
r1 as (select sum(y * q1) / sum(q1 * q1) as g1, sum(x2 * q1) / sum(q1 * q1) as r12, sum(x3 * q1) / sum(q1 * q1) as r13, sum(x4 * q1) / sum(q1 * q1) as r14 from q1),
q2 as materialized (select y, q1, x2 - r12 * q1 as q2, x3 - r13 * q1 as x3, x4 - r14 * q1 as x4 from q1, r1),
r2 as (select sum(y * q2) / sum(q2 * q2) as g2, sum(x3 * q2) / sum(q2 * q2) as r23, sum(x4 * q2) / sum(q2 * q2) as r24 from q2),
q3 as materialized (select y, q1, q2, x3 - r23 * q2 as q3, x4 - r24 * q2 as x4 from q2, r2),
r3 as (select sum(y * q3) / sum(q3 * q3) as g3, sum(x4 * q3) / sum(q3 * q3) as r34 from q3),
q4 as materialized (select y, q1, q2, q3, x4 - r34 * q3 as q4 from q3, r3),
r4 as (select sum(y * q4) / sum(q4 * q4) as b4 from q4),

fit as (
    select 1 - sum(power(y - g1 * q1 - g2 * q2 - g3 * q3 - b4 * q4, 2)) / sum(y * y) as r_squared
    from q4, r1, r2, r3, r4
),

coefficient as (
    select b4, g3 - r34 * b4 as b3, g2 - r23 * b3 - r24 * b4 as b2, g1 - r12 * b2 - r13 * b3 - r14 * b4 as b1,
        m.y - b1 * m.x1 - b2 * m.x2 - b3 * m.x3 - b4 * m.x4 as b0, m.n, m.first_year, m.last_year, m.vintage, m.snapshot_sha256
    from r1, r2, r3, r4, mean as m
)

select
    unnest(['constant', 'income', 'trade', 'agriculture', 'rents']) as term,
    unnest([b0, b1, b2, b3, b4]) as coefficient,
    r_squared, n, first_year, last_year, vintage, snapshot_sha256
from coefficient, fit
where n >= 30
