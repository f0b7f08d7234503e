-- checks.rejected_rows_are_few
-- level  error
-- Less than one row in a hundred of a snapshot is rejected; a source whose card says that its rows bear no year is apart.
select n.source_id, n.vintage, n.observations, n.rejected
from indicators.snapshot as n
join reference.source as s on s.source_id = n.source_id
where n.rejected > (n.observations + n.rejected) / 100.0
  and not s.is_undated
