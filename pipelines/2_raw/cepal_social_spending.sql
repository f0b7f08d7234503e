-- raw.cepal_social_spending
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    iso3,
    country,
    institutional_coverage,
    function_of_government,
    year,
    value,
    unit,
    notes_ids
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
