-- checks.values_are_plausible
-- level  error
-- Every value is a number within the range of its indicator or, where it has none of its own, of its unit.
select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, v.obs_value, v.unit_measure,
    coalesce(i.minimum, u.minimum) as minimum, coalesce(i.maximum, u.maximum) as maximum
from indicators.indicator_value as v
left join reference.plausible_range as i on i.code = v.indicator_id
left join reference.plausible_range as u on u.code = v.unit_measure
where v.obs_value is null or not isfinite(v.obs_value)
   or v.obs_value < coalesce(i.minimum, u.minimum)::double
   or v.obs_value > coalesce(i.maximum, u.maximum)::double
