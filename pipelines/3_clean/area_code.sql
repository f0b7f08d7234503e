-- clean.area_code
-- grain  source × area code as that source prints it
-- Aliases come first: they say where a source's code means something else than the common list.
with candidate as (
    select source_id, source_code, ref_area, 1 as precedence
    from reference.area_alias

    union all
    select s.source_id, a.iso3, a.iso3, 2
    from reference.source as s, reference.ref_area as a
    where s.area_scheme <> 'm49'

    -- the ILO has codes of its own for Kosovo (KOS) and the Channel Islands (CHA)
    union all
    select s.source_id, a.ilo_area_code, a.iso3, 2
    from reference.source as s, reference.ref_area as a
    where s.area_scheme = 'ilo' and a.ilo_area_code is not null

    union all
    select s.source_id, a.m49, a.iso3, 2
    from reference.source as s, reference.ref_area as a
    where s.area_scheme = 'm49' and a.m49 is not null

    union all
    select s.source_id, g.group_code, g.group_code, 3
    from reference.source as s, reference.groups as g
)

select source_id, source_code, ref_area
from candidate
qualify row_number() over (partition by source_id, source_code order by precedence, ref_area) = 1
