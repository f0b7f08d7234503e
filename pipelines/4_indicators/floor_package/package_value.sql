-- indicators.package_value
-- grain  indicator × country, in the year of its figures
-- indicator: package_cost_child, package_cost_maternity, package_cost_disability, package_cost_oldage, package_cost_unemployment, package_cost_total
-- indicator: package_gap_child, package_gap_maternity, package_gap_disability, package_gap_oldage, package_gap_unemployment, package_gap_total
-- indicator: package_gap_total_high, package_gap_of_expenditure, package_gap_of_revenue, package_gap_of_social_protection, package_gap_usd, package_gap_per_head
-- The year is that of population and GDP. All values rest on parameters, some of them not verified: flags say so.
with shared as (
    select ref_area,
        max(obs_value) filter (where input = 'gdp_usd') as gdp_usd,
        max(obs_value) filter (where input = 'government_expenditure') as expenditure,
        max(obs_value) filter (where input = 'government_revenue') as revenue,
        max(obs_value) filter (where input = 'social_protection') as social_protection,
        max(flags) filter (where input = 'gdp_usd') as gdp_flags,
        max(flags) filter (where input = 'government_expenditure') as expenditure_flags,
        max(flags) filter (where input = 'government_revenue') as revenue_flags,
        max(obs_status) filter (where input = 'gdp_per_head') as obs_status,
        max(source_id) filter (where input = 'gdp_per_head') as source_id,
        max(vintage) filter (where input = 'gdp_per_head') as vintage,
        max(series_code) filter (where input = 'gdp_per_head') as series_code,
        max(snapshot_sha256) filter (where input = 'gdp_per_head') as snapshot_sha256
    from indicators.package_figure
    where benefit = ''
    group by all
),

value as (
    select 'package_cost_' || benefit as indicator_id, ref_area, time_period, cost as obs_value, 'PT_GDP' as unit_measure, if(benefit = 'unemployment', 'modelled', '') as more
    from indicators.package_benefit
    union all
    select 'package_gap_' || benefit, ref_area, time_period, gap, 'PT_GDP', concat_ws('|', nullif(coverage_flags, ''), if(benefit = 'unemployment' and coverage_flags not like '%modelled%', 'modelled', null))
    from indicators.package_benefit
    union all select 'package_cost_total', ref_area, time_period, cost, 'PT_GDP', '' from indicators.package
    union all select 'package_gap_total', ref_area, time_period, gap, 'PT_GDP', gap_flags from indicators.package
    union all select 'package_gap_total_high', ref_area, time_period, gap_high, 'PT_GDP', replace(gap_flags, 'at_least', 'at_most') from indicators.package
    union all select 'package_gap_of_expenditure', ref_area, time_period, 100 * gap / expenditure, 'PT_GOV_EXP', concat_ws('|', nullif(gap_flags, ''), nullif(expenditure_flags, '')) from indicators.package join shared using (ref_area)
    union all select 'package_gap_of_revenue', ref_area, time_period, 100 * gap / revenue, 'PT_GOV_REV', concat_ws('|', nullif(gap_flags, ''), nullif(revenue_flags, '')) from indicators.package join shared using (ref_area)
    union all select 'package_gap_of_social_protection', ref_area, time_period, 100 * gap / social_protection, 'PT_SP', gap_flags from indicators.package join shared using (ref_area)
    union all select 'package_gap_usd', ref_area, time_period, gap / 100 * gdp_usd, 'USD', concat_ws('|', nullif(gap_flags, ''), nullif(gdp_flags, '')) from indicators.package join shared using (ref_area)
    union all select 'package_gap_per_head', ref_area, time_period, gap / 100 * gdp_usd / population, 'USD_PER_HEAD', concat_ws('|', nullif(gap_flags, ''), nullif(gdp_flags, '')) from indicators.package join shared using (ref_area)
)

select
    v.indicator_id, v.ref_area, v.time_period, '_T' as sex, '_Z' as contingency,
    v.obs_value, v.unit_measure, s.obs_status,
    concat_ws('|', 'unverified', 'ppp_line', nullif(v.more, '')) as flags,
    s.source_id, s.vintage, s.series_code, v.time_period as source_time_period, s.snapshot_sha256
from value as v
join shared as s using (ref_area)
where v.obs_value is not null
