-- indicators.aggregate_input
-- grain  value of indicators.aggregate_value × member country × input of its formula
-- A country with no value is a member without weight in the mean, and counts in the share.
-- materialized view
with member as (
    select v.indicator_id, v.ref_area as group_code, v.sex as key_sex, v.contingency as key_contingency, v.time_period as key_period, c.*
    from indicators.aggregate_value as v
    join indicators.aggregate_group as g on g.group_code = v.ref_area and g.time_period = v.time_period
    join indicators.aggregate_country as c
        on c.ref_area = g.iso3 and c.time_period = g.time_period and c.contingency = v.contingency and c.sex = v.sex
    where v.indicator_id = 'aggregate_weight_covered' or c.coverage is not null
)

select indicator_id, group_code as ref_area, key_period as time_period, key_sex as sex, key_contingency as contingency,
    ref_area as item, 'value' as input, obs_value, 'PT' as unit_measure, obs_status, flags,
    source_id, vintage, series_code, ref_area as source_area, value_year as source_time_period, snapshot_sha256
from member
where obs_value is not null

union all by name
select indicator_id, group_code as ref_area, key_period as time_period, key_sex as sex, key_contingency as contingency,
    ref_area as item, 'weight' as input, weight as obs_value, 'PS' as unit_measure, null as obs_status, '' as flags,
    weight_source as source_id, weight_vintage as vintage, weight_series as series_code, ref_area as source_area,
    time_period as source_time_period, weight_sha256 as snapshot_sha256
from member
