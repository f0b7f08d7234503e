-- indicators.peer
-- grain  rule (data/reference/peer_rule.csv) × country × peer
-- Nearness in income is the ratio of GDP per head: 2 is as far as 1/2. A country without a GDP per head of the last
-- three years or without an income group has no peers by income; missing is not near.
with income as (
    select iso3 as ref_area, income_group, data_year::smallint as income_year
    from reference.income_history
    where income_group in ('LIC', 'LMC', 'UMC', 'HIC')
      and data_year = (select max(data_year) from reference.income_history)
),

head as (
    select f.ref_area, f.obs_value as gdp_per_head, f.time_period as gdp_year, f.snapshot_sha256,
        i.income_group, i.income_year
    from indicators.figure as f
    join income as i using (ref_area)
    where f.figure_id = 'gdp_per_head_ppp_constant' and f.obs_value > 0
    qualify f.time_period > max(f.time_period) over () - 3
        and row_number() over (partition by f.ref_area order by f.time_period desc) = 1
),

near as (
    select a.ref_area, b.ref_area as peer, abs(ln(a.gdp_per_head / b.gdp_per_head)) as distance,
        a.income_group as group_code, a.gdp_per_head, b.gdp_per_head as peer_gdp_per_head, a.gdp_year, b.gdp_year as peer_gdp_year, a.snapshot_sha256
    from head as a
    join head as b on b.income_group = a.income_group and b.ref_area <> a.ref_area
)

select 'income' as rule_id, ref_area, peer,
    row_number() over (partition by ref_area order by distance, peer) as place,
    group_code, distance, gdp_per_head, gdp_year, peer_gdp_per_head, peer_gdp_year, snapshot_sha256
from near
qualify place <= 8

union all by name
select 'region' as rule_id, a.iso3 as ref_area, b.iso3 as peer,
    row_number() over (partition by a.iso3 order by b.iso3) as place,
    a.sdg_region as group_code
from reference.ref_area as a
join reference.ref_area as b on b.sdg_region = a.sdg_region and b.iso3 <> a.iso3

union all by name
select 'neighbour' as rule_id, iso3 as ref_area, neighbour as peer,
    row_number() over (partition by iso3 order by neighbour) as place
from reference.neighbour
order by rule_id, ref_area, place
