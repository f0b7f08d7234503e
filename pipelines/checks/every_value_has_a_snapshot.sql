-- checks.every_value_has_a_snapshot
-- level  error
-- Every published value can be traced to bytes that were read: at least one of its inputs comes from a snapshot at hand.
-- Only a value of parameters alone (source_id parameter: our own lists and choices) has none.
with traced as (
    select i.indicator_id, i.ref_area, i.time_period, i.sex, i.contingency
    from indicators.indicator_input as i
    where i.snapshot_sha256 in (select snapshot_sha256 from indicators.snapshot)
),

untraced as (
    select v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency, v.snapshot_sha256
    from indicators.indicator_value as v
    anti join traced as t
        on t.indicator_id = v.indicator_id and t.ref_area = v.ref_area and t.time_period = v.time_period
        and t.sex = v.sex and t.contingency = v.contingency
)

select u.*, count(i.input) as inputs
from untraced as u
left join indicators.indicator_input as i
    on i.indicator_id = u.indicator_id and i.ref_area = u.ref_area and i.time_period = u.time_period
    and i.sex = u.sex and i.contingency = u.contingency
group by all
having count(i.input) = 0 or u.snapshot_sha256 is not null or count(*) filter (where i.source_id <> 'parameter') > 0
