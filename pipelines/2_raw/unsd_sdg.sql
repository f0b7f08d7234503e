-- raw.unsd_sdg
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
with printed as (
    select * from read_csv(
        getvariable('snapshot_file'),
        header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
    )
),

-- the bulk layout prints an observation status, the earlier releases do not
optional_columns as (
    select null::varchar as "Observation Status" where false
)

select
    row_number() over () as line_no,
    "SeriesCode" as series_code,
    "GeoAreaCode(M49)" as geo_area_code,
    "TimePeriod" as time_period,
    "Value" as value,
    "Source" as source,
    "FootNote" as foot_note,
    "Nature" as nature,
    "Units" as units,
    "Sex" as sex,
    "Age" as age,
    "Quantile" as quantile,
    "Location" as location,
    "Observation Status" as observation_status
from (from printed union all by name from optional_columns)
