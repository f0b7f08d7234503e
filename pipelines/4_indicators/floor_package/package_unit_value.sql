-- indicators.package_unit_value
-- grain  indicator × country: the gap of one benefit in other units than GDP
-- indicator: package_gap_child_of_expenditure, package_gap_child_of_revenue, package_gap_child_of_social_protection, package_gap_child_usd, package_gap_child_per_head
-- indicator: package_gap_maternity_of_expenditure, package_gap_maternity_of_revenue, package_gap_maternity_of_social_protection, package_gap_maternity_usd, package_gap_maternity_per_head
-- indicator: package_gap_disability_of_expenditure, package_gap_disability_of_revenue, package_gap_disability_of_social_protection, package_gap_disability_usd, package_gap_disability_per_head
-- indicator: package_gap_oldage_of_expenditure, package_gap_oldage_of_revenue, package_gap_oldage_of_social_protection, package_gap_oldage_usd, package_gap_oldage_per_head
-- indicator: package_gap_unemployment_of_expenditure, package_gap_unemployment_of_revenue, package_gap_unemployment_of_social_protection, package_gap_unemployment_usd, package_gap_unemployment_per_head
-- materialized view
with unit(suffix, input, unit_measure) as (
    values ('of_expenditure', 'government_expenditure', 'PT_GOV_EXP'), ('of_revenue', 'government_revenue', 'PT_GOV_REV'),
        ('of_social_protection', 'social_protection', 'PT_SP'), ('usd', 'gdp_usd', 'USD'), ('per_head', 'gdp_usd', 'USD_PER_HEAD')
)

select
    'package_gap_' || b.benefit || '_' || u.suffix as indicator_id, v.ref_area, v.time_period, v.sex, v.contingency,
    case u.suffix when 'usd' then v.obs_value / 100 * f.obs_value when 'per_head' then v.obs_value / 100 * f.obs_value / b.population
        else 100 * v.obs_value / f.obs_value end as obs_value,
    u.unit_measure, v.obs_status, concat_ws('|', nullif(v.flags, ''), nullif(f.flags, '')) as flags,
    v.source_id, v.vintage, v.series_code, v.source_time_period, v.snapshot_sha256
from indicators.package_benefit as b
join indicators.package_value as v on v.indicator_id = 'package_gap_' || b.benefit and v.ref_area = b.ref_area
cross join unit as u
join indicators.package_given as f on f.ref_area = b.ref_area and f.benefit = '' and f.input = u.input
