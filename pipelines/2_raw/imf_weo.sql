-- raw.imf_weo
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    iso3,
    weo_subject_code,
    year,
    value,
    scale,
    units,
    last_actual_year,
    status
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
