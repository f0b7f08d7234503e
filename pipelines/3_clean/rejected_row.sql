-- clean.rejected_row
-- grain  source × vintage × line of the file (× cell, in wide files) that could not be read, with the reason
select
    source_id, vintage, line_no, reject_reason,
    series_code, source_area, source_time, source_value, sex, age, breakdown,
    snapshot_sha256, retrieved_at
from clean.staged
where reject_reason is not null
order by source_id, vintage, line_no
