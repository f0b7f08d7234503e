-- clean.staged
-- grain  source × vintage × series × area × year × sex × age × breakdown, readable or not
-- materialized view
from clean.stg_cepal_social_spending
union all by name
from clean.stg_fossil_fuel_subsidies
union all by name
from clean.stg_ids_debt_service_africa
union all by name
from clean.stg_ids_debt_service_africa_by_creditor
union all by name
from clean.stg_ids_debt_service_africa_health_education
union all by name
from clean.stg_ilo_informal_employment
union all by name
from clean.stg_ilostat_sdg_0131
union all by name
from clean.stg_ilostat_sdg_0131_aggregates
union all by name
from clean.stg_ilostat_sdg_0131_latest_country
union all by name
from clean.stg_ilostat_sdg_0131_subset
union all by name
from clean.stg_imf_weo
union all by name
from clean.stg_oecd_crs_social_protection_aid
union all by name
from clean.stg_un_wpp_population
union all by name
from clean.stg_unsd_sdg
union all by name
from clean.stg_unuwider_grd
union all by name
from clean.stg_worldbank_aspire_per
union all by name
from clean.stg_worldbank_wdi
union all by name
from clean.stg_worldbank_wdi_per
