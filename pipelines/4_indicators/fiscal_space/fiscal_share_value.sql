-- indicators.fiscal_share_value
-- grain  indicator × country with a gap of the illustrative floor package, in the year of the option's figure
-- indicator: fiscal_contributions_share_low, fiscal_contributions_share_high, fiscal_tax_share_low, fiscal_tax_share_high, fiscal_military_share_low, fiscal_military_share_high
-- indicator: fiscal_fuel_subsidies_share_low, fiscal_fuel_subsidies_share_high, fiscal_reserves_share_low, fiscal_reserves_share_high, fiscal_aid_share_low, fiscal_aid_share_high
-- A range, as the gap is one: the low end is held against the gap in which unknown coverage counts as none. Only quotients of
-- values published here: their own inputs are those of the two values.
-- materialized view
with share as (
    select ref_area, option_id, unnest(['low', 'high']) as bound, unnest([share_of_gap_low, share_of_gap_high]) as obs_value
    from indicators.fiscal_option
    where potential is not null
)

select
    'fiscal_' || s.option_id || '_share_' || s.bound as indicator_id, s.ref_area, p.time_period, '_T' as sex, '_Z' as contingency,
    s.obs_value, 'PT_GAP' as unit_measure, p.obs_status,
    list_aggregate(list_sort(list_distinct(list_filter(string_split(p.flags || '|' || g.flags, '|'), lambda flag: flag <> ''))), 'string_agg', '|') as flags,
    p.source_id, p.vintage, p.series_code, p.source_time_period, p.snapshot_sha256
from share as s
join indicators.fiscal_value as p on p.indicator_id = 'fiscal_' || s.option_id || '_potential' and p.ref_area = s.ref_area
join indicators.package_value as g on g.indicator_id = if(s.bound = 'low', 'package_gap_total_high', 'package_gap_total') and g.ref_area = s.ref_area
where s.obs_value is not null
