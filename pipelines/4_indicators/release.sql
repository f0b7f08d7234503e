-- indicators.release
-- grain  one release (source × vintage) that holds coverage figures of the nine contingencies
-- The default is the newest full release of the custodian, the ILO: values of different releases are never spliced.
with counted as (
    select
        o.source_id, o.vintage,
        count(*) as values_published,
        count(distinct o.ref_area) filter (where a.iso3 is not null) as countries,
        count(distinct o.ref_area) filter (where a.iso3 is null) as groups,
        min(o.time_period) as first_year,
        max(o.time_period) as last_year
    from clean.observation as o
    join reference.coverage_series as m on m.source_id = o.source_id and m.series_code = o.series_code
    left join reference.ref_area as a on a.iso3 = o.ref_area
    where o.source_id like 'ilostat_%' or o.source_id = 'unsd_sdg'
    group by all
)

select
    c.source_id, c.vintage, s.released_on,
    c.source_id = 'ilostat_sdg_0131'
        and row_number() over (partition by c.source_id order by s.released_on desc, c.vintage desc) = 1 as is_default,
    d.title, d.producer,
    c.values_published, c.countries, c.groups, c.first_year, c.last_year
from counted as c
join reference.snapshot as s on s.source_id = c.source_id and s.vintage = c.vintage
join reference.source as d on d.source_id = c.source_id
order by is_default desc, s.released_on desc, c.source_id
