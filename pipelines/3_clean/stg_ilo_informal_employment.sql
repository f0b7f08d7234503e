-- clean.stg_ilo_informal_employment
-- grain  indicator × classification × area × sex × year, once per snapshot
select
    r.line_no,
    -- key
    r.indicator as series_code,
    a.ref_area,
    try_cast(r.time as smallint) as time_period,
    case r.sex when 'SEX_T' then '_T' when 'SEX_F' then 'F' when 'SEX_M' then 'M' end as sex,
    '_T' as age,
    r.classif as breakdown,
    -- measure
    try_cast(r.obs_value as double) as obs_value,
    if(u.source_unit is null, r.unit, u.unit_measure) as unit_measure,
    r.unit as source_unit,
    0 as unit_mult,
    nullif(r.obs_status, '') as obs_status,
    null::varchar as nature,
    -- words
    nullif(r.source, '') as source_detail,
    nullif(concat_ws('; ', nullif(r.note_indicator, ''), nullif(r.note_classif, ''), nullif(r.note_source, '')), '') as comment_obs,
    -- as printed
    r.iso3 as source_area,
    r.time as source_time,
    r.obs_value as source_value
from raw.ilo_informal_employment as r
left join clean.area_code as a on a.source_id = 'ilo_informal_employment' and a.source_code = r.iso3
left join reference.unit_alias as u on u.source_id = 'ilo_informal_employment' and u.source_unit = r.unit
