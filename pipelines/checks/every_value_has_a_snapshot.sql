-- checks.every_value_has_a_snapshot
-- level  error
-- Every published value can be traced to the bytes it was read from.
select v.indicator_id, v.ref_area, v.time_period, v.snapshot_sha256
from indicators.indicator_value as v
left join indicators.snapshot as s on s.snapshot_sha256 = v.snapshot_sha256
where s.snapshot_sha256 is null
