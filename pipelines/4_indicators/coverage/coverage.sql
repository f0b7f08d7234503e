-- indicators.coverage
-- grain  release (source × vintage) × contingency × sex × area × year
-- What the pages read. obs_value is as published; coverage is as shown (never above 100); flags say what to mind.
with published as (
    from clean.coverage_observation
    where age = '_T' and breakdown = '_T' and obs_value is not null
),

newest as (
    select *, max(latest_year) over (partition by source_id, vintage) as reference_year
    from (select source_id, vintage, contingency, sex, ref_area, max(time_period) as latest_year from published group by all)
),

-- gone in a later vintage of the same source, the first from this one on; what came back was not withdrawn
withdrawn as (
    select p.source_id, p.vintage, p.series_code, p.ref_area, p.time_period, p.sex, min_by(r.vintage_to, r.released_from) as withdrawn_in
    from clean.coverage_revision as r
    join published as p
        on p.source_id = r.source_id and p.series_code = r.series_code and p.ref_area = r.ref_area
        and p.time_period = r.time_period and p.sex = r.sex and p.released_on <= r.released_from
    anti join (select * from published where is_newest) as n
        on n.source_id = r.source_id and n.series_code = r.series_code and n.ref_area = r.ref_area
        and n.time_period = r.time_period and n.sex = r.sex
    where r.change = 'withdrawn' and r.age = '_T' and r.breakdown = '_T'
    group by all
),

-- against the observation before: more than 15 points, or more than 10 points a year (methods, rule 9.4.3)
stepped as (
    select *,
        lag(obs_value) over before as value_before,
        lag(time_period) over before as year_before
    from published
    window before as (partition by source_id, vintage, contingency, sex, ref_area order by time_period)
),

counted as (
    select p.*, w.withdrawn_in, d.persons,
        d.source_id || ' ' || d.vintage || ': ' || d.series_code as denominator_series,
        d.source_id as denominator_source, d.vintage as denominator_vintage, d.series_code as denominator_code,
        d.ref_area as denominator_area, d.snapshot_sha256 as denominator_sha256,
        least(p.obs_value, 100) as coverage,
        d.persons < if(p.contingency = 'UNEMP', 5000, 1000) as is_small_denominator,
        abs(p.obs_value - p.value_before) > least(15, 10 * (p.time_period - p.year_before)) as is_break,
        n.reference_year, n.latest_year, p.time_period < n.reference_year - 5 as is_stale
    from stepped as p
    join newest as n
        on n.source_id = p.source_id and n.vintage = p.vintage and n.contingency = p.contingency and n.sex = p.sex and n.ref_area = p.ref_area
    left join reference.denominator_area as g on g.ref_area = p.ref_area and g.members <> 'differ'
    left join indicators.denominator as d
        on d.contingency = p.contingency and d.sex = p.sex and d.time_period = p.time_period
        and d.ref_area = coalesce(g.wdi_area, p.ref_area)
    left join withdrawn as w
        on w.source_id = p.source_id and w.vintage = p.vintage and w.series_code = p.series_code and w.ref_area = p.ref_area
        and w.time_period = p.time_period and w.sex = p.sex
)

select
    c.source_id, c.vintage, r.is_default,
    c.contingency, c.sex, c.ref_area, c.time_period,
    c.obs_value, c.coverage, 100 - c.coverage as gap_pp,
    if(c.is_small_denominator, null, c.persons) as denominator,
    if(c.is_small_denominator, null, c.denominator_series) as denominator_series,
    c.denominator_source, c.denominator_vintage, c.denominator_code, c.denominator_area, c.denominator_sha256,
    if(c.is_small_denominator, null, (100 - c.coverage) / 100 * c.persons) as people_uncovered,
    c.series_code, c.obs_status, c.nature,
    concat_ws('|',
        case when c.obs_value > 100 then 'capped' end,
        case when c.is_stale then 'stale' end,
        case when c.is_break then 'break' end,
        case when c.withdrawn_in is not null then 'withdrawn' end,
        case when c.is_small_denominator then 'small_denominator' end) as flags,
    c.withdrawn_in, c.source_detail, c.comment_obs, c.snapshot_sha256, c.retrieved_at,
    c.reference_year,
    not c.is_stale and c.time_period = c.latest_year as is_latest
from counted as c
join indicators.release as r on r.source_id = c.source_id and r.vintage = c.vintage
order by r.is_default desc, c.source_id, c.vintage, c.contingency, c.sex, c.time_period, c.ref_area
