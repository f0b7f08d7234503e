-- raw.national_figures
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    ref_area,
    contingency,
    sex,
    time,
    obs_value,
    obs_status,
    producer,
    citation,
    licence,
    note
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
