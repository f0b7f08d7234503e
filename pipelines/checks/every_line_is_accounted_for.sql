-- checks.every_line_is_accounted_for
-- level  error
-- Each line of a long file and each filled cell of a wide one is an observation or a rejected row: none is dropped in
-- silence. Lines of a wide file without any value give no row; they are counted in meta.wide_file.
select s.source_id, s.vintage, s.file_rows, w.empty_lines, w.filled_cells, s.observations, s.rejected
from indicators.snapshot as s
join reference.source as d on d.source_id = s.source_id
left join meta.wide_file as w on w.source_id = s.source_id and w.vintage = s.vintage
where s.observations + s.rejected is distinct from if(d.is_wide, w.filled_cells, s.file_rows)
   or (d.is_wide and w.lines is distinct from s.file_rows)
