-- indicators.quality_value
-- grain  indicator × area × contingency; the world is the ILO's X01, as the figures counted are the ILO's
-- indicator: data_age, countries_with_data
-- materialized view
with made as (
    select 'data_age' as indicator_id, ref_area, latest_year as time_period, contingency, release_year - latest_year as obs_value, 'YR' as unit_measure,
        source_id, vintage, series_code, snapshot_sha256
    from indicators.newest_coverage

    union all
    select 'countries_with_data', 'X01', release_year, contingency,
        100.0 * count(*) filter (where is_un_member and latest_year >= release_year - 5)
            / (select count(*) from reference.ref_area where un_member = 'Y'), 'PT',
        source_id, vintage, series_code, snapshot_sha256
    from indicators.newest_coverage
    group by release_year, contingency, source_id, vintage, series_code, snapshot_sha256
)

select
    indicator_id, ref_area, time_period, '_T' as sex, contingency,
    obs_value::double as obs_value, unit_measure, null::varchar as obs_status, '' as flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from made
