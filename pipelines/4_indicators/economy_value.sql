-- indicators.economy_value
-- grain  indicator × area × year × sex × contingency, of indicators that figures of the economy come into
from indicators.peer_value
union all by name from indicators.package_value
union all by name from indicators.package_path_value
union all by name from indicators.package_unit_value
union all by name from indicators.package_group_value
union all by name from indicators.poverty_gap_cost_value
union all by name from indicators.fiscal_value
union all by name from indicators.fiscal_share_value
order by indicator_id, contingency, sex, ref_area, time_period
