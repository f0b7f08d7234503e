-- indicators.peer_gap
-- grain  rule × contingency × sex × country with a latest value and as many peers with one as the rule asks for
-- A median of fewer than five is flagged: methods 9.4.5 would have none, but few countries have five neighbours.
-- Values are the latest within five years of the newest year of the default release: own and peers' alike.
with latest as (
    select contingency, sex, ref_area, time_period, obs_value, coverage, obs_status, flags, nature, source_id, vintage, series_code, snapshot_sha256
    from indicators.coverage
    where is_default and is_latest
),

compared as (
    select p.rule_id, own.*, median(other.coverage) as peer_median, count(*) as peers_with_value
    from indicators.peer as p
    join latest as own on own.ref_area = p.ref_area
    join latest as other on other.ref_area = p.peer and other.contingency = own.contingency and other.sex = own.sex
    group by all
)

select r.indicator_id, c.rule_id, contingency, sex, ref_area, time_period, coverage, peer_median, coverage - peer_median as gap, peers_with_value,
    obs_value, obs_status, concat_ws('|', nullif(flags, ''), if(nature = 'M', 'modelled', null), if(peers_with_value < 5, 'few_peers', null)) as flags,
    source_id, vintage, series_code, snapshot_sha256
from compared as c
join reference.peer_rule as r on r.rule_id = c.rule_id
where peers_with_value >= r.minimum_peers::integer
order by c.rule_id, contingency, sex, ref_area
