-- checks.corrections_still_apply
-- level  warn
-- A declared correction whose value the source has since changed or withdrawn is out of date.
select c.source_id, c.vintage, c.series_code, c.ref_area, c.time_period, c.expect, r.vintage_to as newer_vintage, r.change, r.value_to
from clean.correction as c
join clean.revision as r
    on r.source_id = c.source_id and r.vintage_from = c.vintage and r.series_code = c.series_code
    and r.ref_area = c.ref_area and r.time_period = c.time_period and r.sex = c.sex
