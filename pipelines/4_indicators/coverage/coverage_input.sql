-- indicators.coverage_input
-- grain  value of indicators.coverage_value × input of its formula
-- materialized view
with default_release as (
    from indicators.coverage where is_default
)

select
    unnest(['coverage', 'coverage_gap', 'people_uncovered']) as indicator_id,
    ref_area, time_period, sex, contingency,
    '' as item, 'published' as input, obs_value, 'PT' as unit_measure, obs_status, flags,
    source_id, vintage, series_code, ref_area as source_area, time_period as source_time_period, snapshot_sha256
from default_release

union all
select
    'people_uncovered', ref_area, time_period, sex, contingency,
    '', 'reference_population', denominator, 'PS', null, case contingency when 'UNEMP' then 'modelled' when 'OLDAGE' then 'proxy' else '' end,
    denominator_source, denominator_vintage, denominator_code, denominator_area, time_period, denominator_sha256
from default_release
where denominator is not null
