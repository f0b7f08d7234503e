-- checks.corrections_match
-- level  error
-- A declared correction finds the value it expects in the vintage it names.
with found as (
    -- from the few corrections to the many rows, so that their keys narrow down what is read
    select c.source_id, c.vintage, c.series_code, c.ref_area, c.time_period, c.sex, c.expect
    from clean.staged as o
    join clean.correction as c
        on c.source_id = o.source_id and c.vintage = o.vintage and c.series_code = o.series_code
        and c.ref_area = o.ref_area and c.time_period = o.time_period and c.sex = o.sex and c.expect = o.obs_value
    where o.reject_reason is null
)

select c.*
from clean.correction as c
anti join found as f
    on f.source_id = c.source_id and f.vintage = c.vintage and f.series_code = c.series_code
    and f.ref_area = c.ref_area and f.time_period = c.time_period and f.sex = c.sex and f.expect = c.expect
