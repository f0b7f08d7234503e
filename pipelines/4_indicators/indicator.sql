-- indicators.indicator
-- grain  one indicator of the catalogue (<id>.indicator.json)
select *
from reference.indicator
order by indicator_id
