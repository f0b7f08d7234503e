-- raw.ids_debt_service_africa_health_education
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    iso3,
    debtor_name,
    year,
    debt_service,
    health_expenditure,
    education_expenditure
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
