-- indicators.convention
-- grain  convention × member of the United Nations
-- What the list at hand says. Where it is not known to be complete, a country that is not in it is just that: not in
-- the list as of the day it was last held against a count. It is not called one that has not ratified.
select
    c.convention, c.name_en, c.name_fr, c.name_es,
    a.iso3 as ref_area,
    r.iso3 is not null as is_in_list,
    try_cast(r.date as date) as ratified_on,
    r.year::smallint as ratified_year,
    r.basis,
    r.basis = 'read' as is_verified,
    c.as_of::date as as_of,
    c.is_complete = 'Y' as is_list_complete,
    c.basis as list_basis
from reference.convention as c
cross join reference.ref_area as a
left join reference.c102_ratification as r on r.iso3 = a.iso3 and c.convention = 'C102'
where a.un_member = 'Y' or r.iso3 is not null
order by c.convention, a.iso3
