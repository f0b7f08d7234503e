-- indicators.package_group_value
-- grain  group of countries whose gap may be stated
-- indicator: package_gap_group
-- materialized view
select
    'package_gap_group' as indicator_id, g.ref_area, g.time_period, '_T' as sex, '_Z' as contingency,
    g.gap as obs_value, 'PT_GDP' as unit_measure, null::varchar as obs_status,
    concat_ws('|', 'unverified', 'ppp_line', nullif(g.flags, '')) as flags,
    f.source_id, f.vintage, f.series_code, f.time_period as source_time_period, f.snapshot_sha256
from indicators.package_group as g
cross join (select source_id, vintage, series_code, time_period, snapshot_sha256 from indicators.package_value where indicator_id = 'package_gap_total' order by time_period desc limit 1) as f
where g.gap is not null
