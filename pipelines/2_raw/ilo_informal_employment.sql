-- raw.ilo_informal_employment
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    iso3,
    indicator,
    sex,
    classif,
    time,
    obs_value,
    unit
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
