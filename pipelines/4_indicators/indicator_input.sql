-- indicators.indicator_input
-- grain  value of indicators.indicator_value × item (member of a group, year of a regression; else '') × input of its formula
-- What `spi explain` shows and computes the value from again, by the expression on the indicator's card.
-- materialized view
from indicators.coverage_input
union all by name from indicators.gender_input
union all by name from indicators.trend_input
union all by name from indicators.aggregate_input
union all by name from indicators.peer_input
union all by name from indicators.topic_input
union all by name from indicators.standard_input
union all by name from indicators.quality_input
union all by name from indicators.package_input
union all by name from indicators.package_path_input
union all by name from indicators.package_unit_input
union all by name from indicators.package_group_input
union all by name from indicators.poverty_gap_cost_input
union all by name from indicators.fiscal_input
union all by name from indicators.fiscal_share_input
