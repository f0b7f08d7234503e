-- indicators.release
-- grain  one release (source × vintage) that holds coverage figures of the nine contingencies
-- The default is the newest full release of the custodian, the ILO: values of different releases are never spliced.
with counted as (
    select
        o.source_id, o.vintage, o.released_on, o.is_newest,
        count(*) as values_published,
        count(distinct o.ref_area) filter (where a.iso3 is not null) as countries,
        count(distinct o.ref_area) filter (where a.iso3 is null) as groups,
        min(o.time_period) as first_year,
        max(o.time_period) as last_year
    from clean.coverage_observation as o
    left join reference.ref_area as a on a.iso3 = o.ref_area
    group by all
)

select
    c.source_id, c.vintage, c.released_on,
    c.is_newest and c.source_id = 'ilostat_sdg_0131' as is_default,
    d.title, d.producer,
    c.values_published, c.countries, c.groups, c.first_year, c.last_year
from counted as c
join reference.source as d on d.source_id = c.source_id
order by is_default desc, c.released_on desc, c.source_id
