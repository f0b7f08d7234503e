-- checks.indicator_input_key_is_unique
-- level  error
-- One row per input of a value and, where a formula goes over members or years, per item.
select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, t.rows_of_one_input
from (from indicators.value_trace where rows_of_one_input > 1) as t
left join indicators.indicator_value as v
    on hash(v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency) = t.value_key
