-- checks.indicator_input_key_is_unique
-- level  error
-- One row per input of a value and, where a formula goes over members or years, per item.
-- Keys are grouped by their hash, one number instead of seven; only those that meet are then compared in full.
with keyed as (
    select hash(indicator_id, ref_area, time_period, sex, contingency, item, input) as key,
        indicator_id, ref_area, time_period, sex, contingency, item, input
    from indicators.indicator_input
)

select indicator_id, ref_area, time_period, sex, contingency, item, input, count(*) as rows
from keyed
where key in (select key from keyed group by key having count(*) > 1)
group by all
having count(*) > 1
