-- clean.admit
-- grain  one row per staged row of one snapshot, with the reason when it cannot be read
-- Runs behind each stg_ model (common table expression `staged`): the same questions are put to every source. What a
-- rejected row printed is kept; of an admitted row the values are. What was printed is only looked at where it gave nothing.
with judged as (
    select
        *,
        case
            when source_area is null or ref_area is null then coalesce('unknown area code ' || nullif(trim(source_area), ''), 'no area')
            when time_period is null then coalesce('not a year: ' || nullif(trim(source_time), ''), 'no year')
            when time_period not between 1900 and 2100 then 'year out of range 1900 to 2100: ' || source_time
            when nullif(trim(series_code), '') is null then 'no series'
            when sex is null or sex not in ('_T', 'F', 'M') then 'unknown sex code'
            when obs_status = 'O' and obs_value is null then null
            when obs_value is null or not isfinite(obs_value) then coalesce('not a number: ' || nullif(trim(source_value), ''), 'no value')
            when same_key > 1 then 'one of ' || same_key || ' lines with the same key'
        end as reject_reason
    from staged
)

select
    series_code, ref_area, time_period,
    -- totals, the usual case, are stored as null and read as _T: the writing of constants is not free
    nullif(coalesce(sex, 'unknown'), '_T') as sex, nullif(age, '_T') as age, nullif(breakdown, '_T') as breakdown,
    obs_value, unit_measure, source_unit, unit_mult::tinyint as unit_mult,
    obs_status, nature,
    source_detail, comment_obs,
    reject_reason,
    case when reject_reason is not null then line_no end as line_no,
    case when reject_reason is not null then source_area end as source_area,
    case when reject_reason is not null then source_time end as source_time,
    case when reject_reason is not null then source_value end as source_value
from judged
