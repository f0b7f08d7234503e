-- checks.corrections_match
-- level  error
-- A declared correction finds the value it expects in the vintage it names.
select c.*
from clean.correction as c
left join clean.staged_corrected as o
    on o.source_id = c.source_id and o.vintage = c.vintage and o.series_code = c.series_code
    and o.ref_area = c.ref_area and o.time_period = c.time_period and o.sex = c.sex and o.obs_value = c.expect
    and o.reject_reason is null
where o.source_id is null
