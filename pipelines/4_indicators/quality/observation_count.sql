-- indicators.observation_count
-- grain  source × vintage × series × unit
-- materialized view
from clean.observation_count
