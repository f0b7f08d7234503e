-- indicators.topic_value
-- grain  indicator × area × year × sex
-- indicator: labour_force_participation, labour_force_participation_gap, vulnerable_employment, wage_employment, maternal_mortality
-- indicator: informal_employment_rate, population_65_up, old_age_dependency, social_protection_expenditure
-- A table of its own: most values there are, and none changes when coverage does.
with made as (
    select indicator_id, ref_area, time_period, sex, obs_value, unit_measure, flags, obs_status, source_id, vintage, series_code, snapshot_sha256
    from indicators.topic_figure_input
    where input = 'published'

    union all
    select indicator_id, ref_area, time_period, sex, m.obs_value - f.obs_value, 'PP', m.flags, m.obs_status, m.source_id, m.vintage, m.series_code, m.snapshot_sha256
    from (from indicators.topic_figure_input where indicator_id = 'labour_force_participation_gap' and input = 'male') as m
    join (from indicators.topic_figure_input where indicator_id = 'labour_force_participation_gap' and input = 'female') as f
        using (indicator_id, ref_area, time_period, sex)

    union all
    select indicator_id, ref_area, time_period, sex, 100 * o.obs_value / w.obs_value, 'PT', o.flags, o.obs_status, o.source_id, o.vintage, o.series_code, o.snapshot_sha256
    from (from indicators.topic_figure_input where indicator_id = 'old_age_dependency' and input = 'aged_65_up') as o
    join (from indicators.topic_figure_input where indicator_id = 'old_age_dependency' and input = 'aged_15_64') as w
        using (indicator_id, ref_area, time_period, sex)
)

select
    indicator_id, ref_area, time_period, sex, '_Z' as contingency,
    obs_value, unit_measure, obs_status, flags,
    source_id, vintage, series_code, time_period as source_time_period, snapshot_sha256
from made
order by indicator_id, contingency, sex, ref_area, time_period
