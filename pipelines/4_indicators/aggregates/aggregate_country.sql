-- indicators.aggregate_country
-- grain  contingency × sex × country × year with a known reference population: its weight, and its value if there is one
-- The value is that of the year or the latest of the five years before; the weight is the contingency's own reference
-- population of the year. Poor persons are counted in too few countries to be weights; severe disability and
-- vulnerability have no counts at all.
with weighted as (
    select d.*
    from indicators.denominator as d
    join reference.ref_area as a on a.iso3 = d.ref_area
    where d.contingency <> 'POOR' and d.persons > 0
      and d.time_period in (select time_period from indicators.aggregate_group)
),

valued as (
    select w.contingency, w.sex, w.ref_area, w.time_period as weight_year, c.time_period as value_year,
        c.obs_value, c.coverage, c.obs_status, c.flags, c.source_id, c.vintage, c.series_code, c.snapshot_sha256
    from weighted as w
    asof join (from indicators.coverage where is_default) as c
        on c.contingency = w.contingency and c.sex = w.sex and c.ref_area = w.ref_area and c.time_period <= w.time_period
    where w.time_period - c.time_period <= 5
)

select
    w.contingency, w.sex, w.ref_area, w.time_period,
    w.persons as weight, w.source_id as weight_source, w.vintage as weight_vintage, w.series_code as weight_series, w.snapshot_sha256 as weight_sha256,
    v.obs_value, v.coverage, v.value_year, v.obs_status, v.flags,
    v.source_id, v.vintage, v.series_code, v.snapshot_sha256
from weighted as w
left join valued as v
    on v.contingency = w.contingency and v.sex = w.sex and v.ref_area = w.ref_area and v.weight_year = w.time_period
order by w.contingency, w.sex, w.time_period, w.ref_area
