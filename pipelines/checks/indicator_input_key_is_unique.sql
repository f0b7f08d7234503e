-- checks.indicator_input_key_is_unique
-- level  error
-- One row per input of a value and, where a formula goes over members or years, per item.
select indicator_id, ref_area, time_period, sex, contingency, item, input, count(*) as rows
from indicators.indicator_input
group by all
having count(*) > 1
