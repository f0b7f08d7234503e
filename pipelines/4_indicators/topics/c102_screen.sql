-- indicators.c102_screen
-- grain  Part of Convention No. 102 with a coverage series × country × year, of the default release
-- A rough reading, always indicative: the Convention asks for half of all employees (one of several ways), the series
-- count other persons. The Parts are from memory of its text until checked (data/reference/c102_part.csv).
select
    p.part, p.branch_en, p.branch_fr, p.branch_es, p.sort_order::integer as sort_order, p.is_core = 'Y' as is_core,
    c.contingency, c.sex, c.ref_area, c.time_period,
    c.obs_value as published, c.coverage, p.minimum_protected_pct::double as minimum,
    c.coverage - p.minimum_protected_pct::double as margin,
    c.coverage >= p.minimum_protected_pct::double as is_above_indicatively,
    p.verified = 'Y' as is_verified,
    c.flags as coverage_flags,
    concat_ws('|', nullif(c.flags, ''), 'proxy', case when p.verified <> 'Y' then 'unverified' end) as flags,
    c.obs_status, c.source_id, c.vintage, c.series_code, c.snapshot_sha256, c.is_latest
from indicators.coverage as c
join reference.c102_part as p on p.contingency = c.contingency
join reference.ref_area as a on a.iso3 = c.ref_area
where c.is_default and c.sex = if(c.contingency = 'MATERNITY', 'F', '_T')
order by sort_order, c.ref_area, c.time_period
