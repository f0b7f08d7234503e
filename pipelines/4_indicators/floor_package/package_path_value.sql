-- indicators.package_path_value
-- grain  country with a total gap × year after that of the gap, up to 2030
-- indicator: package_path
-- materialized view
-- The sum over the benefits that the total gap is made of, or no value. The year of the gap itself is left out: its nothing is no
-- finding. Flags are those of the total gap; what is later is a projection of the UN and the IMF.
with total as (
    select ref_area, time_period, any_value(base_year) as base_year, sum(increment order by benefit) as obs_value, count(*) as benefits
    from indicators.package_path
    where time_period > base_year
    group by all
)

select
    'package_path' as indicator_id, t.ref_area, t.time_period, '_T' as sex, '_Z' as contingency,
    t.obs_value, 'PT_GDP' as unit_measure, 'F' as obs_status, g.flags || '|projected' as flags,
    g.source_id, g.vintage, g.series_code, g.source_time_period, g.snapshot_sha256
from total as t
join indicators.package as p on p.ref_area = t.ref_area and p.benefits_known = t.benefits
join indicators.package_value as g on g.indicator_id = 'package_gap_total' and g.ref_area = t.ref_area and g.time_period = t.base_year
