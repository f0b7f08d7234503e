-- checks.indicators_did_not_lose_countries
-- level  error
-- Each indicator of the last published file is still there, with at least 95 in 100 of its countries.
with now as (
    select indicator_id, count(distinct ref_area) as countries
    from indicators.indicator_value
    where ref_area in (select iso3 from reference.ref_area)
    group by indicator_id
)

select p.indicator_id, p.countries as before, coalesce(n.countries, 0) as now
from meta.previous_indicator as p
left join now as n on n.indicator_id = p.indicator_id
where coalesce(n.countries, 0) < 0.95 * p.countries
