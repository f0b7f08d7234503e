-- indicators.coverage_revision
-- grain  release (source × vintage) × contingency × sex × area × year whose figure is not that of the release before
-- What a release did to the figures of the one before it: added, changed, relabelled (now under another sex), withdrawn.
-- The other side of indicators.coverage, whose withdrawn_in names the release that no longer has a figure.
select
    r.source_id, r.vintage_to as vintage, r.vintage_from as vintage_before,
    m.contingency, r.sex, r.ref_area, r.time_period, r.series_code, r.change,
    r.value_from as value_before, r.value_to as value_after,
    -- least() would make 100 of a figure that is not there
    if(r.value_from > 100, 100, r.value_from) as coverage_before, if(r.value_to > 100, 100, r.value_to) as coverage_after
from clean.coverage_revision as r
join reference.coverage_series as m on m.source_id = r.source_id and m.series_code = r.series_code
where r.age = '_T' and r.breakdown = '_T' and coalesce(r.value_from, r.value_to) is not null
