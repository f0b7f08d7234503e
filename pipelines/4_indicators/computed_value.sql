-- indicators.computed_value
-- grain  indicator × area × year × sex × contingency, of all indicators but those of the topics (indicators.topic_value)
from indicators.coverage_value
union all by name from indicators.gender_value
union all by name from indicators.trend_value
union all by name from indicators.aggregate_value
union all by name from indicators.peer_value
union all by name from indicators.standard_value
union all by name from indicators.quality_value
union all by name from indicators.package_value
union all by name from indicators.package_path_value
union all by name from indicators.package_unit_value
union all by name from indicators.package_group_value
union all by name from indicators.poverty_gap_cost_value
union all by name from indicators.fiscal_value
union all by name from indicators.fiscal_share_value
order by indicator_id, contingency, sex, ref_area, time_period
