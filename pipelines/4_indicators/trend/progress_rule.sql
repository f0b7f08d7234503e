-- indicators.progress_rule
-- grain  one row: the thresholds of trends and of progress (data/reference/progress_rule.csv)
select
    max(value) filter (where parameter = 'base_from')::smallint as base_from,
    max(value) filter (where parameter = 'target_year')::smallint as target_year,
    max(value) filter (where parameter = 'min_observations')::integer as min_observations,
    max(value) filter (where parameter = 'min_span')::integer as min_span,
    max(value) filter (where parameter = 'min_pace_years')::integer as min_pace_years,
    max(value) filter (where parameter = 'achieved_from')::double as achieved_from,
    max(value) filter (where parameter = 'on_track_share')::double as on_track_share,
    max(value) filter (where parameter = 'moderate_share')::double as moderate_share,
    max(value) filter (where parameter = 'deteriorating_below')::double as deteriorating_below
from reference.progress_rule
