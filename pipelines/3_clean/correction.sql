-- clean.correction
-- grain  one declared correction of one published value (corrections.csv)
select
    source_id, vintage, series_code, ref_area,
    try_cast(time_period as smallint) as time_period,
    sex,
    try_cast(expect as double) as expect,
    action, value, reason, status, reported_on
from reference.corrections
