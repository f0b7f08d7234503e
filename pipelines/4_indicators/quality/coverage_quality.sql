-- indicators.coverage_quality
-- grain  release × contingency: what is to be minded about its figures of countries, all sexes
select
    c.source_id, c.vintage, c.is_default, c.contingency,
    count(*) as observations,
    count(distinct c.ref_area) as countries,
    count(distinct c.ref_area) filter (where c.is_latest) as countries_recent,
    count(*) filter (where c.sex <> '_T') as observations_by_sex,
    count(*) filter (where c.nature in ('C', 'CA')) as reported,
    count(*) filter (where c.nature = 'E') as estimated,
    count(*) filter (where c.nature in ('M', 'G')) as modelled,
    count(*) filter (where coalesce(c.nature, '') not in ('C', 'CA', 'E', 'M', 'G')) as not_told,
    count(*) filter (where list_contains(string_split(c.flags, '|'), 'break')) as series_breaks,
    count(*) filter (where list_contains(string_split(c.flags, '|'), 'capped')) as capped,
    count(*) filter (where list_contains(string_split(c.flags, '|'), 'stale')) as stale,
    count(*) filter (where list_contains(string_split(c.flags, '|'), 'withdrawn')) as withdrawn,
    count(*) filter (where list_contains(string_split(c.flags, '|'), 'small_denominator')) as small_denominator,
    min(c.time_period) as first_year,
    max(c.time_period) as last_year
from indicators.coverage as c
join reference.ref_area as a on a.iso3 = c.ref_area
group by all
order by c.is_default desc, c.source_id, c.vintage, c.contingency
