-- indicators.gender_input
-- grain  value of indicators.gender_value × input of its formula
-- materialized view
select
    v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, '' as item,
    unnest([
        {input: 'women', obs_value: p.women_published, obs_status: p.women_status, flags: p.women_flags, series_code: p.series_code, snapshot_sha256: p.snapshot_sha256},
        {input: 'men', obs_value: p.men_published, obs_status: p.men_status, flags: p.men_flags, series_code: p.men_series_code, snapshot_sha256: p.men_sha256}
    ], recursive := true),
    'PT' as unit_measure, p.source_id, p.vintage, p.ref_area as source_area, p.time_period as source_time_period
from indicators.gender_value as v
join indicators.gender_pair as p using (contingency, ref_area, time_period)
