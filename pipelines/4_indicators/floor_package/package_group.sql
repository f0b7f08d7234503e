-- indicators.package_group
-- grain  group of countries: gap of the illustrative package of its low- and middle-income members
-- Ratio of sums: all gaps in US dollars over all GDP in US dollars, never a mean of countries' ratios. Stated where members with
-- a known gap are at least three and hold half of the members' GDP; all members' figures are of one year. A member without a
-- package counts as a member and, if its GDP is known, in the GDP the share is of.
with year as (
    select max(time_period) as time_period from indicators.package
),

member as (
    select m.group_code as ref_area, i.ref_area as member, y.time_period, p.gap, p.gap_high, p.benefits_known,
        f.obs_value as gdp_usd, coalesce(f.obs_status = 'E', false) as is_estimated
    from indicators.income_group as i
    cross join year as y
    join reference.group_member as m on m.iso3 = i.ref_area
    left join indicators.figure as f on f.ref_area = i.ref_area and f.time_period = y.time_period and f.figure_id = 'gdp_usd'
    left join indicators.package as p on p.ref_area = i.ref_area and p.time_period = y.time_period and f.obs_value is not null
    where i.income_group <> 'HIC' and (m.kind in ('ilo', 'un', 'wb-income') or m.group_code in ('001', 'LMY'))
),

total as (
    select ref_area, time_period,
        count(*) as members, count(gap) as members_known, count(*) - count(gdp_usd) as members_without_gdp,
        100 * coalesce(sum(gdp_usd order by member) filter (where gap is not null), 0) / sum(gdp_usd order by member) as known_gdp_share,
        sum(gap * gdp_usd order by member) / sum(gdp_usd order by member) filter (where gap is not null) as gap,
        sum(gap_high * gdp_usd order by member) / sum(gdp_usd order by member) filter (where gap is not null) as gap_high,
        sum(gap / 100 * gdp_usd order by member) as gap_usd,
        concat_ws('|',
            if(bool_or(gap is not null and benefits_known < 5), 'at_least', null),
            if(bool_or(gap is not null and is_estimated), 'estimated', null)) as flags
    from member
    group by all
),

ruled as (
    select *,
        case when members_known < 3 then 'fewer_than_3_countries' when known_gdp_share < 50 or known_gdp_share is null then 'less_than_half_of_gdp' end as no_data
    from total
)

select
    ref_area, time_period, members, members_known, members_without_gdp, known_gdp_share,
    if(no_data is null, gap, null) as gap, if(no_data is null, gap_high, null) as gap_high, if(no_data is null, gap_usd, null) as gap_usd_of_known,
    concat_ws('|', nullif(flags, ''), if(known_gdp_share < 80, 'incomplete_gdp', null)) as flags,
    no_data
from ruled
