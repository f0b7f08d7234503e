-- indicators.fiscal_figure
-- grain  country × figure of fiscal space: the latest within five years of the year the package is of
-- Ratios of two figures are of figures of one year.
with reference_year as (
    select max(time_period) as newest from indicators.figure where figure_id = 'births_per_1000'
),

figure as (
    select f.*, i.income_group, a.wb_region
    from indicators.figure as f
    join reference.ref_area as a on a.iso3 = f.ref_area
    join indicators.income_group as i on i.ref_area = f.ref_area
    cross join reference_year as r
    where f.time_period between r.newest - 5 and r.newest
      and f.figure_id in ('social_contributions', 'tax_revenue', 'gdp_per_head_ppp_constant', 'exports', 'imports', 'agriculture', 'resource_rents',
          'military_expenditure', 'fossil_fuel_subsidies', 'gdp_usd', 'gdp_usd_worldbank', 'reserves', 'government_gross_debt', 'inflation',
          'government_balance', 'oda_received_usd')
),

-- set → its figures, all of one year; the main one stands for the set's source
needed(input_set, figure_id, is_main) as (
    values ('contributions', 'social_contributions', true), ('tax', 'tax_revenue', true), ('income', 'gdp_per_head_ppp_constant', true),
        ('trade', 'exports', true), ('trade', 'imports', false), ('agriculture', 'agriculture', true), ('rents', 'resource_rents', true),
        ('military', 'military_expenditure', true), ('fuel_subsidies', 'fossil_fuel_subsidies', true), ('fuel_subsidies', 'gdp_usd', false),
        ('reserves', 'reserves', true), ('reserves', 'imports', false), ('reserves', 'gdp_usd_worldbank', false),
        ('debt', 'government_gross_debt', true), ('macro', 'inflation', true), ('macro', 'government_balance', false),
        ('aid', 'oda_received_usd', true), ('aid', 'gdp_usd_worldbank', false)
),

complete as (
    select n.input_set, f.ref_area, f.time_period
    from figure as f
    join (select *, count(*) over (partition by input_set) as figures from needed) as n on n.figure_id = f.figure_id
    group by n.input_set, f.ref_area, f.time_period, n.figures
    having count(*) = n.figures
    qualify row_number() over (partition by n.input_set, f.ref_area order by f.time_period desc) = 1
)

select
    c.input_set, n.is_main, f.ref_area, f.figure_id as input, f.income_group, f.wb_region, f.time_period,
    f.obs_value, f.unit_measure, f.obs_status, f.source_id, f.vintage, f.series_code, f.snapshot_sha256
from complete as c
join needed as n on n.input_set = c.input_set
join figure as f on f.ref_area = c.ref_area and f.time_period = c.time_period and f.figure_id = n.figure_id
