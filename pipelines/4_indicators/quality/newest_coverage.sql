-- indicators.newest_coverage
-- grain  contingency × country: its newest coverage figure of the default release
select
    c.contingency, c.ref_area, a.un_member = 'Y' as is_un_member,
    max(c.time_period) as latest_year,
    any_value(c.reference_year) as release_year,
    any_value(c.source_id) as source_id,
    any_value(c.vintage) as vintage,
    any_value(c.series_code) as series_code,
    any_value(c.snapshot_sha256) as snapshot_sha256
from indicators.coverage as c
join reference.ref_area as a on a.iso3 = c.ref_area
where c.is_default and c.sex = if(c.contingency = 'MATERNITY', 'F', '_T')
group by c.contingency, c.ref_area, a.un_member
order by c.contingency, c.ref_area
