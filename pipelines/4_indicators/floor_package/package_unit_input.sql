-- indicators.package_unit_input
-- grain  value of indicators.package_unit_value × input of its formula
-- The gap is a value published here (source_id indicator, series_code the indicator).
-- materialized view
with used as (
    select indicator_id, ref_area, time_period, sex, contingency,
        regexp_extract(indicator_id, '^package_gap_[a-z]+', 0) as gap_indicator,
        case when indicator_id like '%_of_expenditure' then ['government_expenditure'] when indicator_id like '%_of_revenue' then ['government_revenue']
            when indicator_id like '%_of_social_protection' then ['social_protection'] when indicator_id like '%_usd' then ['gdp_usd']
            else ['gdp_usd', 'population'] end as scales
    from indicators.package_unit_value
)

select u.indicator_id, u.ref_area, u.time_period, u.sex, u.contingency, '' as item, 'gap' as input,
    v.obs_value, v.unit_measure, v.obs_status, v.flags, 'indicator' as source_id, v.vintage, v.indicator_id as series_code,
    v.ref_area as source_area, v.time_period as source_time_period, v.snapshot_sha256
from used as u
join indicators.package_value as v on v.indicator_id = u.gap_indicator and v.ref_area = u.ref_area

union all
select u.indicator_id, u.ref_area, u.time_period, u.sex, u.contingency, '', f.input,
    f.obs_value, f.unit_measure, f.obs_status, f.flags, f.source_id, f.vintage, f.series_code, f.source_area, f.source_time_period, f.snapshot_sha256
from used as u
join indicators.package_given as f on f.ref_area = u.ref_area and f.benefit = '' and list_contains(u.scales, f.input)
