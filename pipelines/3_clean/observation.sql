-- clean.observation
-- grain  source × vintage × series × area × year × sex × age × breakdown: THE long table
-- Runs behind each source's admitted rows (common table expression `staged`) as clean.obs_<source>; clean.observation is
-- all of them. Declared corrections are applied here; the value as published stays in published_value. The unit is the
-- row's own, else that of its series; source_unit is as printed.
select
    o.source_id, o.vintage, o.is_newest,
    o.series_code, o.ref_area, o.time_period, o.sex, o.age, o.breakdown,
    case when c.action = 'override' then try_cast(c.value as double) else o.obs_value end as obs_value,
    o.obs_value as published_value,
    coalesce(o.unit_measure, s.unit_measure) as unit_measure, o.source_unit, o.unit_mult, o.obs_status, o.nature,
    o.source_detail,
    o.comment_obs,
    c.action as correction,
    o.snapshot_sha256, o.retrieved_at, o.released_on
from staged as o
left join clean.correction as c
    on c.source_id = o.source_id
    and c.vintage = o.vintage
    and c.series_code = o.series_code
    and c.ref_area = o.ref_area
    and c.time_period = o.time_period
    and c.sex = o.sex
    and c.expect = o.obs_value
left join reference.series as s on s.source_id = o.source_id and s.series_code = o.series_code
where c.action is distinct from 'drop'
