-- indicators.figure_imf
-- grain  figure × country × year, from 2000 on, of the IMF's outlook
select
    m.figure_id, o.ref_area, o.time_period,
    o.obs_value * power(10, coalesce(o.unit_mult, 0)) as obs_value,
    o.unit_measure, o.obs_status,
    o.source_id, o.vintage, o.series_code, o.snapshot_sha256
from clean.obs_imf_weo as o
join reference.figure as m on m.source_id = o.source_id and m.series_code = o.series_code
where o.is_newest and o.time_period >= 2000 and o.obs_value is not null
  and o.sex = '_T' and o.age = '_T' and o.breakdown = '_T'
order by m.figure_id, o.ref_area, o.time_period
