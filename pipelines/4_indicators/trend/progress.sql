-- indicators.progress
-- grain  contingency × area of the default release, for all persons (maternity: women), also where there is not enough data
-- The status, and what it follows from. The rule is ours: data/reference/progress_rule.csv has its thresholds,
-- progress_status.csv its words.
with asked as (
    select contingency, if(contingency = 'MATERNITY', 'F', '_T') as sex, ref_area
    from indicators.contingency, (select distinct ref_area from indicators.coverage where is_default)
),

compared as (
    select a.contingency, a.sex, a.ref_area, coalesce(t.observations, 0) as observations,
        t.base_year, t.base, t.latest_year, t.latest, t.years, t.pace,
        (100 - t.latest) / (r.target_year - t.latest_year) as pace_needed,
        case
            when t.latest is null or list_contains(t.latest_flags, 'stale') then 'not_enough_data'
            when t.latest >= r.achieved_from then 'achieved'
            when t.years < r.min_pace_years then 'not_enough_data'
            when t.pace < r.deteriorating_below then 'deteriorating'
            when t.pace >= r.on_track_share * (100 - t.latest) / (r.target_year - t.latest_year) then 'on_track'
            when t.pace >= r.moderate_share * (100 - t.latest) / (r.target_year - t.latest_year) then 'moderate'
            else 'limited'
        end as status,
        coalesce(array_to_string(t.flag_list, '|'), '') as flags, t.source_id, t.vintage
    from asked as a
    left join indicators.trend as t using (contingency, sex, ref_area)
    cross join indicators.progress_rule as r
)

select c.* exclude (flags, source_id, vintage),
    s.code::integer as status_code, s.name_en, s.name_fr, s.name_es, s.rule_en, s.rule_fr, s.rule_es,
    c.flags, c.source_id, c.vintage
from compared as c
join reference.progress_status as s using (status)
order by c.contingency, c.ref_area
