-- clean.coverage_revision
-- grain  source × consecutive vintages × key of clean.coverage_observation whose value changed
-- materialized view
from clean.rev_ilostat_sdg_0131
union all from clean.rev_ilostat_sdg_0131_aggregates
union all from clean.rev_ilostat_sdg_0131_latest_country
union all from clean.rev_ilostat_sdg_0131_subset
union all from clean.rev_unsd_sdg
union all from clean.rev_national_figures
