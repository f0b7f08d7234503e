-- indicators.published_financing_gap
-- grain  one figure on cost or gap that the ILO has published, as a point of reference beside ours
-- Other benefits, parameters, countries and years than the illustrative package (theirs include health care): never mixed with it.
-- No area where the set of countries is the study's own.
select
    figure_id, study, ref_area, area_as_published,
    published_year::smallint as published_year, reference_year::smallint as reference_year,
    scope, measure, obs_value::double as obs_value, unit_measure, citation, read_in
from reference.published_financing_gap
order by study, unit_measure, ref_area
