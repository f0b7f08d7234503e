-- raw.un_wpp_population
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    iso3,
    year,
    sex,
    age_band,
    population
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
