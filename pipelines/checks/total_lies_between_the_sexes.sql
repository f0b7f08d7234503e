-- checks.total_lies_between_the_sexes
-- level  warn
-- A rate of all persons lies between that of women and that of men, give or take half a point of rounding.
with rate as (
    select indicator_id, ref_area, time_period, contingency,
        max(obs_value) filter (where sex = 'F') as women,
        max(obs_value) filter (where sex = 'M') as men,
        max(obs_value) filter (where sex = '_T') as total
    from indicators.indicator_value
    where unit_measure = 'PT'
      -- most indicators have no values by sex; those are not read
      -- means of groups and projections rest on other countries and years for each sex
      and indicator_id not in ('coverage_aggregate', 'aggregate_weight_covered') and not starts_with(indicator_id, 'projection_')
      and indicator_id in (select distinct indicator_id from indicators.indicator_value where sex = 'M')
    group by all
)

select *
from rate
where women is not null and men is not null
  and total not between least(women, men) - 0.5 and greatest(women, men) + 0.5
