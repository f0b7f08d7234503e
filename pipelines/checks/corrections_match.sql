-- checks.corrections_match
-- level  error
-- A declared correction finds the value it expects in the vintage it names.
select c.*
from clean.correction as c
left join clean.observation as o
    on o.source_id = c.source_id and o.vintage = c.vintage and o.series_code = c.series_code
    and o.ref_area = c.ref_area and o.time_period = c.time_period and o.sex = c.sex and o.published_value = c.expect
where o.source_id is null and c.action <> 'drop'
