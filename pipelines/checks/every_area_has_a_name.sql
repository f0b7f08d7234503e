-- checks.every_area_has_a_name
-- level  error
-- Every area that is shown has a name in the three languages.
select distinct c.ref_area
from indicators.coverage as c
left join indicators.ref_area as a on a.ref_area = c.ref_area
where a.name_en is null or a.name_fr is null or a.name_es is null
