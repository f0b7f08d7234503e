-- checks.sources_have_snapshots
-- level  warn
-- Every source that is described has at least one snapshot; what is built on one without has no data. One whose files staff
-- upload may have none.
select s.source_id
from reference.source as s
anti join reference.snapshot as n on n.source_id = s.source_id
where not s.is_uploaded
