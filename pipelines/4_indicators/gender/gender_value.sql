-- indicators.gender_value
-- grain  indicator × area × year × contingency, of the default release
-- indicator: gender_gap, gender_parity
-- materialized view
with made as (
    select *, unnest([
        {indicator_id: 'gender_gap', obs_value: men - women, unit_measure: 'PP'},
        {indicator_id: 'gender_parity', obs_value: if(men > 0, women / men, null), unit_measure: 'RO'}
    ], recursive := true)
    from indicators.gender_pair
)

select
    indicator_id, ref_area, time_period, '_T' as sex, contingency, obs_value, unit_measure, women_status as obs_status,
    array_to_string(list_sort(list_distinct(list_filter(
        list_append(list_concat(string_split(women_flags, '|'), string_split(men_flags, '|')), if(is_modelled, 'modelled', '')),
        lambda flag: flag <> ''))), '|') as flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from made
where obs_value is not null
