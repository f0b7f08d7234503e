-- indicators.value_trace
-- grain  value of indicators.indicator_value, by the hash of its key (one number of 64 bits instead of five columns)
-- What its inputs rest on. The one look at all inputs that a refresh takes: two checks read it instead of the inputs.
with known as (
    select distinct snapshot_sha256 from indicators.snapshot
),

input as (
    select
        hash(i.indicator_id, i.ref_area, i.time_period, i.sex, i.contingency) as value_key,
        hash(i.item, i.input) as input_key,
        count(*) as rows,
        count(k.snapshot_sha256) as from_snapshots,
        count(*) filter (where i.source_id = 'parameter') as parameters
    from indicators.indicator_input as i
    left join known as k on k.snapshot_sha256 = i.snapshot_sha256
    group by all
)

select
    value_key,
    sum(rows)::bigint as inputs,
    max(rows) as rows_of_one_input,
    sum(from_snapshots)::bigint as from_snapshots,
    sum(parameters)::bigint as parameters
from input
group by value_key
