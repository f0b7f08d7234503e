-- indicators.standard_value
-- grain  indicator × country × year × sex × contingency
-- indicator: c102_ratification_year, c102_margin
-- A ratification is about the year it happened in; it comes from a list of ours, not from a snapshot.
-- materialized view
select
    'c102_ratification_year' as indicator_id, ref_area, ratified_year as time_period, '_T' as sex, '_Z' as contingency,
    ratified_year::double as obs_value, 'YEAR' as unit_measure, null::varchar as obs_status,
    if(is_verified, '', 'unverified') as flags,
    'parameter' as source_id, as_of::varchar as vintage, 'c102_ratification' as series_code,
    ratified_year as source_time_period, null::varchar as snapshot_sha256
from indicators.convention
where convention = 'C102' and is_in_list

union all
select
    'c102_margin', ref_area, time_period, sex, contingency,
    margin, 'PP', obs_status, flags,
    source_id, vintage, series_code, time_period, snapshot_sha256
from indicators.c102_screen
