-- checks.every_snapshot_has_observations
-- level  error
-- A snapshot whose rows were all rejected is not data, unless its card says that its rows lack a year.
select n.source_id, n.vintage, n.file_rows, n.rejected
from indicators.snapshot as n
join reference.source as s on s.source_id = n.source_id
where coalesce(n.observations, 0) = 0
  and not s.is_undated
