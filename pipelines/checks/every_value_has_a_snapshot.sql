-- checks.every_value_has_a_snapshot
-- level  error
-- Every published value can be traced to bytes that were read: at least one of its inputs comes from a snapshot at hand.
-- Only a value of parameters alone (source_id parameter: our own lists and choices) has none. Keys are compared by their
-- hash, one number of 64 bits instead of five columns.
with input as (
    select hash(indicator_id, ref_area, time_period, sex, contingency) as key, source_id, snapshot_sha256
    from indicators.indicator_input
),

untraced as (
    select hash(indicator_id, ref_area, time_period, sex, contingency) as key,
        indicator_id, ref_area, time_period, sex, contingency, snapshot_sha256
    from indicators.indicator_value
    where key not in (select key from input where snapshot_sha256 in (select snapshot_sha256 from indicators.snapshot))
)

select u.* exclude (key)
from untraced as u
left join input as i on i.key = u.key
group by all
having count(i.key) = 0 or u.snapshot_sha256 is not null or count(*) filter (where i.source_id <> 'parameter') > 0
