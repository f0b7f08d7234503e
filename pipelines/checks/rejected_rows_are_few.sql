-- checks.rejected_rows_are_few
-- level  warn
-- Less than one row in a hundred of a snapshot is rejected.
select source_id, vintage, observations, rejected
from indicators.snapshot
where rejected > (observations + rejected) / 100.0
