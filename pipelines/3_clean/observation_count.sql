-- clean.observation_count
-- grain  series × unit of one snapshot
-- Runs behind each snapshot's table (common table expression `staged`) when it is made, so that nobody looks at every row
-- again: what is counted of files, sources and units is added up from here.
-- What a source says of a figure: reported by the country (SDMX nature C, CA), estimated (nature E, status E or I),
-- modelled by the agency (nature M, G); most say nothing.
select
    series_code, unit_measure,
    count(*) filter (where reject_reason is null) as observations,
    count(*) filter (where reject_reason is not null) as rejected,
    count(*) filter (where reject_reason is null and nature in ('C', 'CA')) as reported,
    count(*) filter (where reject_reason is null and (nature = 'E' or nature is null and obs_status in ('E', 'I'))) as estimated,
    count(*) filter (where reject_reason is null and nature in ('M', 'G')) as modelled
from staged
group by all
