-- checks.every_value_has_a_snapshot
-- level  error
-- Every published value can be traced to bytes that were read: its main input comes from a snapshot at hand.
-- Only a value of parameters alone (source_id parameter: our own lists and choices) has none.
select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, v.source_id, v.snapshot_sha256
from indicators.indicator_value as v
left join indicators.snapshot as s on s.snapshot_sha256 = v.snapshot_sha256
where s.snapshot_sha256 is null
  and not (v.source_id = 'parameter' and v.snapshot_sha256 is null)
