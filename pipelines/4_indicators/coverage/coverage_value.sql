-- indicators.coverage_value
-- grain  indicator × area × year × sex × contingency, of the default release
-- indicator: coverage, coverage_gap, people_uncovered
-- Aggregates of the custodian fill countries without data by a model (metadata of 1.3.1). A head count has the flags of the
-- persons it is made of: the unemployed are an estimate of a model, 65 and over stands for each country's pension age.
-- materialized view
with value as (
    select 'coverage' as indicator_id, 'PT' as unit_measure, coverage as obs_value, * exclude (obs_value) from indicators.coverage where is_default
    union all by name
    select 'coverage_gap' as indicator_id, 'PP' as unit_measure, gap_pp as obs_value, * exclude (obs_value) from indicators.coverage where is_default
    union all by name
    select 'people_uncovered' as indicator_id, 'PS' as unit_measure, people_uncovered as obs_value, * exclude (obs_value)
    from indicators.coverage where is_default and people_uncovered is not null
)

select
    indicator_id, ref_area, time_period, sex, contingency,
    value.obs_value, unit_measure, obs_status,
    concat_ws('|', nullif(flags, ''),
        if(nature = 'M' or ref_area not in (select iso3 from reference.ref_area) or (indicator_id = 'people_uncovered' and contingency = 'UNEMP'), 'modelled', null),
        if(indicator_id = 'people_uncovered' and contingency = 'OLDAGE', 'proxy', null)) as flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from value
