-- raw.oecd_crs_social_protection_aid
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    "table",
    iso3,
    recipient_name,
    year,
    flow_name,
    usd_disbursement,
    usd_disbursement_deflated
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
