-- checks.every_value_has_a_snapshot
-- level  error
-- Every published value can be traced to bytes that were read: at least one of its inputs comes from a snapshot at hand.
-- Only a value of parameters alone (source_id parameter: our own lists and choices) has none.
select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, v.snapshot_sha256, t.inputs, t.parameters
from indicators.indicator_value as v
left join indicators.value_trace as t
    on t.value_key = hash(v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency)
where coalesce(t.from_snapshots, 0) = 0
  and (t.inputs is null or t.parameters < t.inputs or v.snapshot_sha256 is not null)
