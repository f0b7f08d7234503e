-- indicators.topic_figure_input
-- grain  indicator × area × year × sex × input: the published figures the indicators of the topics are made of
-- Which figure is which input: data/reference/topic_figure.csv. What the series' title calls modelled is flagged so.
with wanted as (
    select m.*, if(s.title ilike '%model_d%estimate%', 'modelled', '') as flags
    from reference.topic_figure as m
    join reference.figure as f on f.figure_id = m.figure_id
    join reference.series as s on s.source_id = f.source_id and s.series_code = f.series_code
),

worldbank as (
    select w.indicator_id, f.ref_area, f.time_period, w.sex, w.input,
        f.obs_value, f.unit_measure, f.obs_status, w.flags,
        f.source_id, f.vintage, f.series_code, f.snapshot_sha256
    from indicators.figure_worldbank as f
    join wanted as w on w.figure_id = f.figure_id
),

-- the harmonized rate of everyone in work from 15 on, agriculture included
informal as (
    select 'informal_employment_rate' as indicator_id, ref_area, time_period, sex, 'published' as input,
        obs_value, unit_measure, obs_status, '' as flags, source_id, vintage, series_code, snapshot_sha256
    from clean.obs_ilo_informal_employment
    where is_newest and time_period >= 2000 and obs_value is not null
      and series_code = 'Share of Informal employment by sex and age' and breakdown = '15 and above'
),

-- one institutional coverage only, the one most countries report: figures of different ones must not be compared
latin_america as (
    select 'social_protection_expenditure' as indicator_id, o.ref_area, o.time_period, o.sex, 'published' as input,
        o.obs_value, o.unit_measure, o.obs_status, '' as flags, o.source_id, o.vintage, o.series_code, o.snapshot_sha256
    from clean.obs_cepal_social_spending as o
    join reference.ref_area as a on a.iso3 = o.ref_area
    where o.is_newest and o.time_period >= 2000 and o.obs_value is not null
      and o.series_code = 'Social protection' and o.breakdown = 'Central government'
),

pair as (
    from worldbank
    where input <> 'published'
    -- one side of a pair alone gives no value
    qualify count(*) over (partition by indicator_id, ref_area, time_period, sex) = 2
)

from worldbank where input = 'published'
union all from pair
union all from informal
union all from latin_america
