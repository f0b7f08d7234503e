-- checks.coverage_key_is_unique
-- level  error
-- One row per release, contingency, sex, area and year.
select source_id, vintage, contingency, sex, ref_area, time_period, count(*) as rows
from indicators.coverage
group by all
having count(*) > 1
