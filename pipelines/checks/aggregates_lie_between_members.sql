-- checks.aggregates_lie_between_members
-- level  error
-- Our mean of a group lies between the lowest and the highest of its countries, and rests on half of its weight.
select contingency, sex, ref_area, time_period, coverage, lowest, highest, weight_covered, countries_with_value
from indicators.aggregate
where coverage is not null
  and (coverage not between lowest - 1e-9 and highest + 1e-9 or weight_covered < 50 or countries_with_value < 3)
