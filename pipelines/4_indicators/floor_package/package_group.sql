-- indicators.package_group
-- grain  group of countries: gap of the illustrative package of its low- and middle-income members
-- Ratio of sums: all gaps in US dollars over all GDP in US dollars, never a mean of countries' ratios. Stated where members with
-- a known gap are at least three and hold half of the members' GDP; all members' figures are of one year.
with member as (
    select m.group_code as ref_area, p.ref_area as member, p.time_period, p.gap, p.gap_high, f.obs_value as gdp_usd
    from indicators.package as p
    join reference.group_member as m on m.iso3 = p.ref_area
    join indicators.figure as f on f.ref_area = p.ref_area and f.time_period = p.time_period and f.figure_id = 'gdp_usd'
    where m.kind in ('ilo', 'un', 'wb-income') or m.group_code in ('001', 'LMY')
    qualify p.time_period = max(p.time_period) over ()
),

total as (
    select ref_area, time_period,
        count(*) as members, count(gap) as members_known,
        100 * coalesce(sum(gdp_usd) filter (where gap is not null), 0) / sum(gdp_usd) as known_gdp_share,
        sum(gap * gdp_usd) / sum(gdp_usd) filter (where gap is not null) as gap,
        sum(gap_high * gdp_usd) / sum(gdp_usd) filter (where gap is not null) as gap_high,
        sum(gap / 100 * gdp_usd) as gap_usd
    from member
    group by all
),

ruled as (
    select *, case when members_known < 3 then 'fewer_than_3_countries' when known_gdp_share < 50 then 'less_than_half_of_gdp' end as no_data
    from total
)

select
    ref_area, time_period, members, members_known, known_gdp_share,
    if(no_data is null, gap, null) as gap, if(no_data is null, gap_high, null) as gap_high, if(no_data is null, gap_usd, null) as gap_usd_of_known,
    no_data
from ruled
