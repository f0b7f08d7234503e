-- indicators.aggregate_group
-- grain  group × year × member country: the groups we aggregate, in the years the default release is about
-- World Bank income groups are those of that year; all other lists are of today (ILO income groups: fiscal year 2022).
with year as (
    select unnest(generate_series(reference_year - 4, reference_year))::smallint as time_period
    from (select max(reference_year) as reference_year from indicators.coverage where is_default)
),

fixed as (
    select m.group_code, m.iso3
    from reference.group_member as m
    join reference.ref_area as a on a.iso3 = m.iso3
    where m.kind in ('un', 'ilo') or m.group_code = '001'

    union all
    select wb_region, iso3 from reference.ref_area where wb_region is not null
)

select group_code, time_period, iso3 from fixed, year

union all
select h.income_group, y.time_period, h.iso3
from reference.income_history as h
join year as y on y.time_period = h.data_year::smallint
where h.income_group in ('LIC', 'LMC', 'UMC', 'HIC')
order by group_code, time_period, iso3
