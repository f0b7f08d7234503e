-- clean.coverage_observation
-- grain  source × vintage × contingency × area × year × sex × age × breakdown: SDG 1.3.1 as its custodian (ILO) and the
--        United Nations print it, and as national producers do in files that staff upload
-- materialized view
with published as (
    from clean.obs_ilostat_sdg_0131
    union all from clean.obs_ilostat_sdg_0131_aggregates
    union all from clean.obs_ilostat_sdg_0131_latest_country
    union all from clean.obs_ilostat_sdg_0131_subset
    union all from clean.obs_unsd_sdg
    union all from clean.obs_national_figures
)

select p.*, m.contingency
from published as p
join reference.coverage_series as m on m.source_id = p.source_id and m.series_code = p.series_code
