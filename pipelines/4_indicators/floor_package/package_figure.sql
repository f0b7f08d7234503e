-- indicators.package_figure
-- grain  country × benefit ('' for what all share) × input of the cost of the illustrative floor package and of its gap
-- materialized view
from indicators.package_given
union all by name from indicators.package_coverage
