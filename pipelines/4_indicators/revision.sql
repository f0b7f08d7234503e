-- indicators.revision
-- grain  source × consecutive vintages × key whose value was added, changed or withdrawn
select *
from clean.revision
order by source_id, vintage_to, series_code, ref_area, time_period
