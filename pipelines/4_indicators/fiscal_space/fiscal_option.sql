-- indicators.fiscal_option
-- grain  country × option of fiscal space: the eight of the ILO and UN Women handbook, re-allocation in two parts
-- Never to be added up: options overlap (note_* of reference.fiscal_option). Stocks and flows are told apart: a stock is spread
-- over stock_years when it is held against the yearly gap of the illustrative floor package. No benchmark, no potential: why
-- is in no_data. A potential of 0 says that the country is at or beyond its benchmark. Contributions printed as 0 may be paid
-- into funds outside the public accounts: they are shown as printed and held against nothing. headline_flags are those of the
-- figure, flags those of the potential.
with parameter as (
    select
        max(value::double) filter (where parameter_id = 'fuel_subsidy_share') as fuel_share,
        max(value::double) filter (where parameter_id = 'reserve_months') as reserve_months,
        max(value::double) filter (where parameter_id = 'tax_rise_cap') as tax_cap,
        max(value::double) filter (where parameter_id = 'stock_years') as stock_years,
        max(value::double) filter (where parameter_id = 'deficit_limit') as deficit_limit,
        max(value::double) filter (where parameter_id = 'inflation_green') as inflation_green,
        max(value::double) filter (where parameter_id = 'inflation_red') as inflation_red
    from reference.fiscal_parameter
),

given as (
    select input_set as option_id, ref_area, time_period,
        max(obs_value) filter (where is_main) as main,
        max(obs_value) filter (where input in ('gdp_usd', 'gdp_usd_worldbank')) as gdp,
        max(obs_value) filter (where input = 'imports') as imports,
        max(obs_value) filter (where input = 'government_balance') as balance,
        coalesce(bool_or(obs_status = 'E'), false) as is_estimated
    from indicators.fiscal_figure
    group by all
),

peer as (
    select option_id, ref_area, any_value(benchmark) as benchmark, any_value(peers) as peers from indicators.fiscal_peer group by all
),

headline as (
    select a.iso3 as ref_area, o.option_id, o.option_number::integer as option_number, o.stock_or_flow,
        g.time_period, g.main, g.gdp, g.imports, g.balance, g.is_estimated,
        case o.option_id when 'fuel_subsidies' then 100 * g.main / g.gdp when 'aid' then 100 * g.main / g.gdp
            when 'reserves' then 12 * g.main / (g.imports / 100 * g.gdp) else g.main end as headline,
        case o.option_id when 'tax' then t.capacity when 'reserves' then p.reserve_months else b.benchmark end as benchmark,
        case o.option_id when 'tax' then (select any_value(n) from indicators.tax_effort_model) else b.peers end as peers,
        coalesce(o.option_id = 'contributions' and g.main = 0, false) as is_zero_as_printed,
        p.*
    from reference.ref_area as a
    cross join reference.fiscal_option as o
    cross join parameter as p
    left join given as g on g.ref_area = a.iso3 and g.option_id = o.option_id
    left join peer as b on b.ref_area = a.iso3 and b.option_id = o.option_id
    left join indicators.tax_effort as t on t.ref_area = a.iso3
),

valued as (
    select *,
        case
            when headline is null then null
            when option_id = 'fuel_subsidies' then headline * fuel_share / 100
            when benchmark is null or is_zero_as_printed then null
            when option_id = 'tax' then least(tax_cap, greatest(0, benchmark - headline))
            when option_id = 'military' then greatest(0, headline - benchmark)
            when option_id = 'reserves' then 100 * greatest(0, main - reserve_months * (imports / 100 * gdp) / 12) / gdp
            when option_id in ('contributions', 'aid') then greatest(0, benchmark - headline)
        end as potential
    from headline
)

select
    v.ref_area, v.option_id, v.option_number, v.stock_or_flow, v.time_period,
    if(v.headline is null, null, 'fiscal_' || v.option_id) as headline_indicator, v.headline,
    case v.option_id when 'reserves' then 'MO' when 'macro' then 'PT_A' when 'illicit_flows' then null else 'PT_GDP' end as headline_unit,
    v.benchmark, v.peers, v.potential,
    if(v.stock_or_flow = 'stock', v.potential / v.stock_years, v.potential) as potential_a_year,
    100 * potential_a_year / nullif(g.gap_high, 0) as share_of_gap_low,
    100 * potential_a_year / nullif(g.gap, 0) as share_of_gap_high,
    case when v.option_id = 'macro' and v.headline is not null then
        case when v.headline >= v.inflation_red then 'red' when v.headline < v.inflation_green and v.balance > -v.deficit_limit then 'green' else 'amber' end
    end as signal,
    v.balance,
    concat_ws('|',
        if(v.is_estimated, 'estimated', null),
        case when v.option_id = 'debt' then 'nominal_debt' when v.is_zero_as_printed then 'zero_as_printed' end) as headline_flags,
    concat_ws('|',
        if(v.is_estimated, 'estimated', null),
        case v.option_id when 'debt' then 'nominal_debt' when 'fuel_subsidies' then 'unverified' when 'macro' then 'unverified'
            when 'illicit_flows' then null else 'own_benchmark' end,
        if(v.option_id = 'tax' and f.r_squared < 0.5, 'weak_fit', null)) as flags,
    case
        when v.option_id = 'illicit_flows' then 'no_source_in_the_data'
        when v.headline is null then 'no_figure_within_five_years'
        when v.potential is not null then null
        when v.is_zero_as_printed then 'zero_may_be_missing'
        when v.option_id = 'debt' then 'no_present_value_of_debt'
        when v.option_id = 'macro' then 'no_amount_by_rule'
        when v.option_id = 'aid' then 'low_and_lower_middle_income_only'
        else 'no_benchmark'
    end as no_data
from valued as v
left join indicators.package as g on g.ref_area = v.ref_area
cross join (select any_value(r_squared) as r_squared from indicators.tax_effort_model) as f
order by v.ref_area, v.option_number, v.option_id
