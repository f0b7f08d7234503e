-- indicators.source
-- grain  one source: a data set of an agency, in one layout
select source_id, producer, title, citation, licence, attribution, url, cadence
from reference.source
order by source_id
