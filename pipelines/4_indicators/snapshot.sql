-- indicators.snapshot
-- grain  one vintage of one source: the file its numbers come from
with counted as (
    select source_id, vintage, sum(observations)::bigint as observations, sum(rejected)::bigint as rejected
    from indicators.observation_count
    group by all
)

select
    s.source_id, s.vintage,

    -- when the source said it; released is the part of the date that is known, as SDMX writes periods
    s.released_on, s.released_on_precision, s.released_on_basis,
    case s.released_on_precision
        when 'day' then strftime(s.released_on, '%Y-%m-%d')
        when 'month' then strftime(s.released_on, '%Y-%m')
        when 'quarter' then concat(year(s.released_on), '-Q', quarter(s.released_on))
        else strftime(s.released_on, '%Y')
    end as released,

    s.retrieved_at, s.retrieved_at_basis, s.file_name, s.bytes,
    s.sha256 as snapshot_sha256, s.rows as file_rows, c.observations, c.rejected, s.citation, s.notes
from reference.snapshot as s
left join counted as c using (source_id, vintage)
order by s.source_id, s.released_on, s.vintage
