-- checks.coverage_loses_no_observation
-- level  error
-- Every figure of SDG 1.3.1 that was published, for all ages and without further breakdown, is in the coverage pages read.
select o.source_id, o.vintage, o.contingency, o.sex, o.ref_area, o.time_period, o.obs_value
from clean.coverage_observation as o
anti join indicators.coverage as c
    on c.source_id = o.source_id and c.vintage = o.vintage and c.contingency = o.contingency and c.sex = o.sex
    and c.ref_area = o.ref_area and c.time_period = o.time_period and c.obs_value = o.obs_value
where o.age = '_T' and o.breakdown = '_T' and o.obs_value is not null
