-- indicators.package
-- grain  each low- or middle-income country: cost and gap of the SpIndicators illustrative floor package, all benefits
-- The total gap is given where benefits with known coverage make at least minimum_known_cost % of the cost; the others then
-- count as no gap (gap, flag at_least) and as all gap (gap_high). Health care is not in it: public health spending is not in
-- the data (the World Bank's series at hand is of all health spending, public or not). A country without the figures is a row
-- too: no_data says what is missing.
with rule as (
    select value::double as least_known from reference.package_parameter where parameter_id = 'minimum_known_cost'
),

total as (
    select ref_area, time_period,
        count(*) as benefits, count(gap) as benefits_known,
        -- in one order: the last digits of a sum depend on it, and every build must give the same
        sum(cost order by benefit) as cost, sum(gap order by benefit) as known_gap, sum(coalesce(gap, cost) order by benefit) as all_gap,
        100 * coalesce(sum(cost order by benefit) filter (where gap is not null), 0) / sum(cost order by benefit) as known_cost_share,
        any_value(gdp) as gdp, any_value(population) as population,
        list_aggregate(list_sort(list_distinct(flatten(list(string_split(coverage_flags, '|')) filter (where coverage_flags <> '')))), 'string_agg', '|') as coverage_flags
    from indicators.package_benefit
    group by all
)

select
    i.ref_area, t.time_period, coalesce(t.benefits, 0) as benefits, coalesce(t.benefits_known, 0) as benefits_known, t.known_cost_share,
    if(benefits = 5, cost, null) as cost,
    if(benefits = 5 and known_cost_share >= least_known, known_gap, null) as gap,
    if(benefits = 5 and known_cost_share >= least_known, all_gap, null) as gap_high,
    case when t.benefits is null then 'no_gdp_or_population' when t.benefits < 5 then 'no_population' when known_cost_share < least_known then 'coverage_unknown' end as no_data,
    concat_ws('|', t.coverage_flags, case when t.benefits_known < 5 then 'at_least' end) as gap_flags,
    null::double as health_gap, 'no_public_health_spending' as health_no_data,
    t.gdp, t.population
from indicators.income_group as i
left join total as t on t.ref_area = i.ref_area
cross join rule
where i.income_group <> 'HIC'
