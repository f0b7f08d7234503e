-- raw.ilo_informal_employment
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
with printed as (
    select * from read_csv(
        getvariable('snapshot_file'),
        header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
    )
),

-- what the ILO's services print and the embedded extract does not
optional_columns as (
    select
        null::varchar as source, null::varchar as obs_status, null::varchar as note_classif, null::varchar as note_indicator, null::varchar as note_source
    where false
)

select
    row_number() over () as line_no,
    iso3,
    indicator,
    sex,
    classif,
    time,
    obs_value,
    unit,
    source,
    obs_status,
    note_classif,
    note_indicator,
    note_source
from (from printed union all by name from optional_columns)
