-- raw.ilostat_sdg_0131_subset
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    ref_area,
    source,
    indicator,
    sex,
    classif1,
    time,
    obs_value,
    obs_status,
    note_classif,
    note_indicator,
    note_source
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
