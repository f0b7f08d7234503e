-- clean.stg_national_figures
-- grain  contingency × country × sex × year, once per snapshot
-- Whose figure it is stands in source_detail: producer, what to cite, and on what terms.
select
    r.line_no,
    -- key
    r.contingency as series_code,
    a.ref_area,
    try_cast(r.time as smallint) as time_period,
    r.sex,
    '_T' as age,
    '_T' as breakdown,
    -- measure
    try_cast(r.obs_value as double) as obs_value,
    'PT' as unit_measure,
    null::varchar as source_unit,
    0 as unit_mult,
    r.obs_status,
    null::varchar as nature,
    -- words
    concat_ws('. ', r.producer, nullif(r.citation, r.producer), 'Licence: ' || r.licence) as source_detail,
    r.note as comment_obs,
    -- as printed
    r.ref_area as source_area,
    r.time as source_time,
    r.obs_value as source_value
from raw.national_figures as r
left join clean.area_code as a on a.source_id = 'national_figures' and a.source_code = r.ref_area
