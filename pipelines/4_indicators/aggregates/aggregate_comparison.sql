-- indicators.aggregate_comparison
-- grain  release × group × contingency × sex × year that the custodian publishes an aggregate for: ours beside it, never mixed
-- Ours is made of the countries of the default release; the custodian fills countries without data by a model. Compare
-- within is_default, where both rest on the same release. The ILO's and the UN's World are our one World.
select
    a.ref_area, p.ref_area as published_area, p.contingency, p.sex, p.time_period,
    p.source_id as published_source, p.vintage as published_vintage, p.is_default,
    p.coverage as published, p.series_code as published_series, p.nature as published_nature, p.snapshot_sha256 as published_sha256,
    a.coverage as aggregate, a.coverage - p.coverage as difference,
    a.weight_covered, a.countries, a.countries_with_value, a.source_id, a.vintage
from indicators.coverage as p
join indicators.aggregate as a
    on a.ref_area = if(p.ref_area = 'X01', '001', p.ref_area)
    and a.contingency = p.contingency and a.sex = p.sex and a.time_period = p.time_period
order by p.is_default desc, p.source_id, p.vintage, p.contingency, p.sex, a.ref_area, p.time_period
