-- checks.denominator_key_is_unique
-- level  error
-- One reference population for each contingency, sex, area and year: two vintages of a population are never mixed.
select contingency, sex, ref_area, time_period, count(*) as rows
from indicators.denominator
group by all
having count(*) > 1
