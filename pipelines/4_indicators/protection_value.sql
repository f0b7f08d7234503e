-- indicators.protection_value
-- grain  indicator × area × year × sex × contingency, of indicators made of coverage and people alone
-- A table apart from those that money comes into (indicators.economy_value): a new file on economies leaves it alone.
from indicators.coverage_value
union all by name from indicators.gender_value
union all by name from indicators.trend_value
union all by name from indicators.aggregate_value
union all by name from indicators.standard_value
union all by name from indicators.quality_value
order by indicator_id, contingency, sex, ref_area, time_period
