-- checks.reforms_are_sound
-- level  error
-- Every reform is of a country and a contingency we know, has a year, three names and a document, and stands there once.
select r.ref_area, r.year, r.contingency, count(*) as rows, any_value(r.source_url) as source_url
from reference.reform as r
left join reference.ref_area as a on a.iso3 = r.ref_area
left join reference.contingency as c on c.contingency = r.contingency
group by r.ref_area, r.year, r.contingency
having count(*) > 1
    or any_value(a.iso3) is null
    or any_value(c.contingency) is null
    or coalesce(try_cast(r.year as integer) not between 1880 and 2030, true)
    or not bool_and(coalesce(r.year_basis, '') in ('start', 'in_force', 'law'))
    or not bool_and(coalesce(r.source_url, '') like 'https://_%._%')
    or not bool_and(coalesce(r.source, '') <> '' and coalesce(r.name_en, '') <> '' and coalesce(r.name_fr, '') <> '' and coalesce(r.name_es, '') <> '')
