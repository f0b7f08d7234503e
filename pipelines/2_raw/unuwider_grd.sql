-- raw.unuwider_grd
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    iso3,
    year,
    tax_inc_sc,
    tax_goods_services,
    tax_income_profits_gains,
    tax_payroll_workforce,
    tax_other,
    social_contributions
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
