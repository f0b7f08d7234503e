-- indicators.fiscal_value
-- grain  indicator × country, in the year of the headline figure
-- indicator: fiscal_contributions, fiscal_tax, fiscal_military, fiscal_fuel_subsidies, fiscal_reserves, fiscal_debt, fiscal_macro, fiscal_aid
-- indicator: fiscal_contributions_potential, fiscal_tax_potential, fiscal_military_potential, fiscal_fuel_subsidies_potential
-- indicator: fiscal_reserves_potential, fiscal_aid_potential, fiscal_tax_capacity, fiscal_tax_effort
with value as (
    select 'fiscal_' || option_id as indicator_id, option_id, ref_area, time_period, headline as obs_value,
        case option_id when 'reserves' then 'MO' when 'macro' then 'PT_A' else 'PT_GDP' end as unit_measure,
        headline_flags as flags
    from indicators.fiscal_option
    union all select 'fiscal_' || option_id || '_potential', option_id, ref_area, time_period, potential, 'PT_GDP', flags from indicators.fiscal_option
    union all
    select 'fiscal_tax_' || unnest(['capacity', 'effort']), 'tax', ref_area, time_period, unnest([capacity, effort]), unnest(['PT_GDP', 'RO']),
        if((select any_value(r_squared) from indicators.tax_effort_model) < 0.5, 'weak_fit', '')
    from indicators.tax_effort
)

select
    v.indicator_id, v.ref_area, v.time_period, '_T' as sex, '_Z' as contingency, v.obs_value, v.unit_measure, f.obs_status, v.flags,
    f.source_id, f.vintage, f.series_code, f.time_period as source_time_period, f.snapshot_sha256
from value as v
join indicators.fiscal_figure as f on f.input_set = v.option_id and f.is_main and f.ref_area = v.ref_area
where v.obs_value is not null
