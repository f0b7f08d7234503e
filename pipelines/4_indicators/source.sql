-- indicators.source
-- grain  one source: a data set of an agency, in one layout
select source_id, producer, title, title_fr, title_es, citation, licence, attribution, url, cadence
from reference.source
order by source_id
