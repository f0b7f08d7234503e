-- checks.a_default_release_exists
-- level  error
-- Exactly one release is the default.
select count(*) filter (where is_default) as defaults
from indicators.release
having count(*) filter (where is_default) <> 1
