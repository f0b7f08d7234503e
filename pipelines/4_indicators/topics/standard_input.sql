-- indicators.standard_input
-- grain  value of indicators.standard_value × input of its formula
-- materialized view
select
    indicator_id, ref_area, time_period, sex, contingency,
    '' as item, 'ratified' as input, obs_value, unit_measure, obs_status, flags,
    source_id, vintage, series_code, ref_area as source_area, source_time_period, snapshot_sha256
from indicators.standard_value
where indicator_id = 'c102_ratification_year'

union all
select
    'c102_margin', ref_area, time_period, sex, contingency,
    '', 'published', published, 'PT', obs_status, coverage_flags,
    source_id, vintage, series_code, ref_area, time_period, snapshot_sha256
from indicators.c102_screen

union all
select
    'c102_margin', ref_area, time_period, sex, contingency,
    '', 'minimum', minimum, 'PT', null, if(is_verified, '', 'unverified'),
    'parameter', null, 'c102_part.' || part, null, null, null
from indicators.c102_screen
