-- indicators.quality_input
-- grain  value of indicators.quality_value × input of its formula
-- materialized view
with given as (
    select 'data_age' as indicator_id, ref_area, latest_year as time_period, contingency, 'latest_year' as input, latest_year as obs_value, 'YEAR' as unit_measure,
        ref_area as source_area, latest_year as source_time_period, source_id, vintage, series_code, snapshot_sha256
    from indicators.newest_coverage

    union all
    select 'data_age', ref_area, latest_year, contingency, 'release_year', release_year, 'YEAR',
        null, release_year, source_id, vintage, series_code, snapshot_sha256
    from indicators.newest_coverage

    union all
    select 'countries_with_data', 'X01', release_year, contingency,
        'with_figure', count(*) filter (where is_un_member and latest_year >= release_year - 5), 'COUNTRIES',
        null, release_year, source_id, vintage, series_code, snapshot_sha256
    from indicators.newest_coverage
    group by release_year, contingency, source_id, vintage, series_code, snapshot_sha256

    union all
    select 'countries_with_data', 'X01', release_year, contingency,
        'member_states', (select count(*) from reference.ref_area where un_member = 'Y'), 'COUNTRIES',
        null, null, 'parameter', null, 'ref_area.un_member', null
    from indicators.newest_coverage
    group by release_year, contingency
)

select
    indicator_id, ref_area, time_period, '_T' as sex, contingency,
    '' as item, input, obs_value::double as obs_value, unit_measure, null::varchar as obs_status, '' as flags,
    source_id, vintage, series_code, source_area, source_time_period, snapshot_sha256
from given
