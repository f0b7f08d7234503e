-- checks.every_unit_is_known
-- level  error
-- Every observation's unit is in the list of units (one that nobody translated stands as printed); it has none only
-- where its series is listed as one without.
with used as (
    select distinct source_id, series_code, unit_measure
    from clean.staged
    where reject_reason is null
)

select o.source_id, o.series_code, coalesce(o.unit_measure, s.unit_measure) as unit_measure
from used as o
left join reference.series as s on s.source_id = o.source_id and s.series_code = o.series_code
left join reference.unit as u on u.code = coalesce(o.unit_measure, s.unit_measure)
where u.code is null
  and (coalesce(o.unit_measure, s.unit_measure) is not null or s.unit is distinct from 'not printed')
