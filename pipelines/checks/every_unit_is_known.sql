-- checks.every_unit_is_known
-- level  error
-- Every observation's unit is in the list of units (one that nobody translated stands as printed); it has none only
-- where its series is listed as one without.
select o.source_id, o.series_code, coalesce(o.unit_measure, s.unit_measure) as unit_measure
from indicators.observation_count as o
left join reference.series as s on s.source_id = o.source_id and s.series_code = o.series_code
left join reference.unit as u on u.code = coalesce(o.unit_measure, s.unit_measure)
where o.observations > 0
  and u.code is null
  and (coalesce(o.unit_measure, s.unit_measure) is not null or s.unit is distinct from 'not printed')
