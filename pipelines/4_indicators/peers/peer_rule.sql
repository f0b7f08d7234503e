-- indicators.peer_rule
-- grain  one rule that says who a country's peers are, in words
from reference.peer_rule order by rule_id
