-- checks.indicator_value_key_is_unique
-- level  error
-- One row per indicator, area, year, sex and contingency.
select indicator_id, ref_area, time_period, sex, contingency, count(*) as rows
from indicators.indicator_value
group by all
having count(*) > 1
