-- indicators.rank
-- grain  set (world, income group or SDG region) × contingency × sex × country with a latest value, in sets of at least twenty
-- Rates are told to a tenth of a point, so equal tenths cannot be put in order: a country has a best and a worst place
-- it may hold. Values older than five years take no part. A fifth is that of the middle of the band (1 = highest coverage).
with latest as (
    select contingency, sex, ref_area, time_period, round(coverage, 1) as shown, flags, source_id, vintage, snapshot_sha256
    from indicators.coverage
    where is_default and is_latest and ref_area in (select iso3 from reference.ref_area)
),

area_set as (
    select '001' as set_code, 'world' as set_kind, iso3 as ref_area from reference.ref_area
    union all select sdg_region, 'region', iso3 from reference.ref_area where sdg_region is not null
    union all select income_group, 'income', iso3
    from reference.income_history
    where income_group in ('LIC', 'LMC', 'UMC', 'HIC') and data_year = (select max(data_year) from reference.income_history)
),

placed as (
    select s.set_code, s.set_kind, l.*,
        count(*) over whole as countries,
        rank() over (whole order by l.shown desc) as best_rank,
        rank() over (whole order by l.shown desc) + count(*) over (partition by s.set_code, l.contingency, l.sex, l.shown) - 1 as worst_rank
    from latest as l
    join area_set as s using (ref_area)
    window whole as (partition by s.set_code, l.contingency, l.sex)
)

select set_code, set_kind, contingency, sex, ref_area, time_period, shown as coverage,
    best_rank, worst_rank, countries,
    ceil(5 * ((best_rank + worst_rank) / 2.0 - 0.5) / countries)::integer as fifth,
    flags, source_id, vintage, snapshot_sha256
from placed
where countries >= 20
order by set_kind, set_code, contingency, sex, best_rank, ref_area
