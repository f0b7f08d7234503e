-- indicators.fiscal_input
-- grain  value of indicators.fiscal_value × peer (item, for medians) × input of its formula
-- materialized view
with value as (
    select indicator_id, ref_area, time_period, sex, contingency,
        if(indicator_id like 'fiscal_tax%', 'tax', regexp_replace(indicator_id, '^fiscal_|_potential$', '', 'g')) as option_id,
        indicator_id in ('fiscal_tax_potential', 'fiscal_tax_capacity', 'fiscal_tax_effort') as is_fitted,
        indicator_id like '%_potential' as is_potential
    from indicators.fiscal_value
)

-- the country's own figures; capacity needs those of the regression, and tax itself only where it is compared
select
    v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '' as item, f.input,
    f.obs_value, f.unit_measure, f.obs_status, if(f.obs_status = 'E', 'estimated', '') as flags, f.source_id, f.vintage, f.series_code,
    f.ref_area as source_area, f.time_period as source_time_period, f.snapshot_sha256
from value as v
join indicators.fiscal_figure as f on f.ref_area = v.ref_area
    and (f.input_set = v.option_id or (v.is_fitted and f.input_set in ('income', 'trade', 'agriculture', 'rents')))
where not (v.indicator_id = 'fiscal_tax_capacity' and f.input_set = 'tax')

union all
select
    v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '', 'coefficient_' || m.term,
    m.coefficient, 'RO', null, if(m.r_squared < 0.5, 'weak_fit', ''), 'regression', m.vintage, 'tax_effort_model: ' || m.term, null, m.last_year, m.snapshot_sha256
from value as v
cross join indicators.tax_effort_model as m
where v.is_fitted

union all
select
    v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '', p.parameter_id,
    p.value::double, p.unit_measure, null, if(p.verified = 'true', '', 'unverified'), 'parameter', null, p.parameter_id, null, null, null
from value as v
join reference.fiscal_parameter as p
    on (v.indicator_id, p.parameter_id) in (('fiscal_tax_potential', 'tax_rise_cap'), ('fiscal_fuel_subsidies_potential', 'fuel_subsidy_share'), ('fiscal_reserves_potential', 'reserve_months'))

-- peers of the benchmark: their figure, or of aid what it is a share of
union all
select
    v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, p.peer, if(v.option_id = 'aid', 'peer_' || f.input, 'peer_value'),
    f.obs_value, f.unit_measure, f.obs_status, '', f.source_id, f.vintage, f.series_code, f.ref_area, f.time_period, f.snapshot_sha256
from value as v
join indicators.fiscal_peer as p on v.is_potential and p.option_id = v.option_id and p.ref_area = v.ref_area
join indicators.fiscal_figure as f on f.input_set = v.option_id and (f.is_main or v.option_id = 'aid') and f.ref_area = p.peer
