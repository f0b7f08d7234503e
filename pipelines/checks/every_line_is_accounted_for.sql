-- checks.every_line_is_accounted_for
-- level  error
-- Each line of a long file is an observation or a rejected row: none is dropped in silence.
select s.source_id, s.vintage, s.file_rows, s.observations, s.rejected
from indicators.snapshot as s
join reference.source as d on d.source_id = s.source_id
where not d.is_wide
  and s.file_rows is distinct from s.observations + s.rejected
