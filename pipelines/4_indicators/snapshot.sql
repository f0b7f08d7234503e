-- indicators.snapshot
-- grain  one vintage of one source: the file its numbers come from
with counted as (
    select
        source_id, vintage,
        count(*) filter (where reject_reason is null) as observations,
        count(*) filter (where reject_reason is not null) as rejected
    from clean.staged
    group by all
)

select
    s.source_id, s.vintage, s.released_on, s.retrieved_at, s.file_name, s.bytes,
    s.sha256 as snapshot_sha256, s.rows as file_rows, c.observations, c.rejected, s.notes
from reference.snapshot as s
left join counted as c using (source_id, vintage)
order by s.source_id, s.released_on, s.vintage
