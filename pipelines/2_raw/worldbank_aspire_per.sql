-- raw.worldbank_aspire_per
-- grain  one line of the snapshot's file; all text, no judgement
-- materialized view
select
    row_number() over () as line_no,
    country_code,
    year,
    coverage_poorest_quintile,
    coverage_total,
    benefit_incidence_poorest_quintile,
    avg_transfer_total_ppp_per_day,
    adequacy_poorest_quintile,
    adequacy_total,
    gini_reduction,
    poverty_headcount_reduction,
    poverty_gap_reduction,
    benefit_cost_ratio,
    flag
from read_csv(
    getvariable('snapshot_file'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', sample_size = 1
)
