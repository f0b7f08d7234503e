-- clean.stg_unsd_sdg
-- grain  series × area × sex × age × breakdown × year, once per snapshot
with normalised as (
    select
        r.*,
        -- 2019 prints the poorest quintile as a series of its own, later releases as Quantile = Q1
        r.series_code like 'SI_COV_%PQ' as is_poorest_quintile
    from raw.unsd_sdg as r
)

select
    r.line_no,
    -- key
    if(r.is_poorest_quintile, left(r.series_code, length(r.series_code) - 2), r.series_code) as series_code,
    a.ref_area,
    try_cast(r.time_period as smallint) as time_period,
    case coalesce(r.sex, '_T')
        when '_T' then '_T' when 'BOTHSEX' then '_T'
        when 'F' then 'F' when 'FEMALE' then 'F'
        when 'M' then 'M' when 'MALE' then 'M'
    end as sex,
    coalesce(r.age, '_T') as age,
    coalesce(nullif(concat_ws('.',
        case when r.is_poorest_quintile then 'Q1' when r.quantile = '_T' then null else r.quantile end,
        case r.location when 'ALLAREA' then null when '_T' then null when 'RURAL' then 'R' when 'URBAN' then 'U' else r.location end
    ), ''), '_T') as breakdown,
    -- measure
    try_cast(r.value as double) as obs_value,
    if(u.source_unit is null, r.units, u.unit_measure) as unit_measure,
    r.units as source_unit,
    0 as unit_mult,
    r.observation_status as obs_status,
    r.nature,
    -- words
    r.source as source_detail,
    r.foot_note as comment_obs,
    -- as printed
    r.geo_area_code as source_area,
    r.time_period as source_time,
    r.value as source_value
from normalised as r
left join clean.area_code as a on a.source_id = 'unsd_sdg' and a.source_code = r.geo_area_code
left join reference.unit_alias as u on u.source_id = 'unsd_sdg' and u.source_unit = r.units
