-- checks.every_snapshot_has_observations
-- level  error
-- A snapshot whose rows were all rejected is not data, unless its card says that its rows lack a year.
select source_id, vintage, file_rows, rejected
from indicators.snapshot
where coalesce(observations, 0) = 0
  and source_id <> 'ilostat_sdg_0131_latest_country'
