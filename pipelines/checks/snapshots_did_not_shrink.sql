-- checks.snapshots_did_not_shrink
-- level  error
-- Each vintage of the last published file is still there, with at least 95 in 100 of its observations.
select p.source_id, p.vintage, p.observations as before, n.observations as now
from meta.previous_snapshot as p
left join indicators.snapshot as n on n.source_id = p.source_id and n.vintage = p.vintage
where coalesce(n.observations, 0) < 0.95 * p.observations
