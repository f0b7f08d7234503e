-- clean.stg_cepal_social_spending
-- grain  function × institutional coverage × area × year, once per snapshot
select
    r.line_no,
    -- key
    r.function_of_government as series_code,
    a.ref_area,
    try_cast(r.year as smallint) as time_period,
    '_T' as sex,
    '_T' as age,
    r.institutional_coverage as breakdown,
    -- measure
    try_cast(r.value as double) as obs_value,
    if(u.source_unit is null, r.unit, u.unit_measure) as unit_measure,
    r.unit as source_unit,
    0 as unit_mult,
    null::varchar as obs_status,
    null::varchar as nature,
    -- words
    null::varchar as source_detail,
    'notes ' || r.notes_ids as comment_obs,
    -- as printed
    coalesce(r.iso3, r.country) as source_area,
    r.year as source_time,
    r.value as source_value
from raw.cepal_social_spending as r
left join clean.area_code as a on a.source_id = 'cepal_social_spending' and a.source_code = coalesce(r.iso3, r.country)
left join reference.unit_alias as u on u.source_id = 'cepal_social_spending' and u.source_unit = r.unit
