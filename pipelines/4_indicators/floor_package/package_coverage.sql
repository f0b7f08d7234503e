-- indicators.package_coverage
-- grain  country × benefit of the illustrative floor package: the coverage that its gap is computed with
-- The default release's, at most five years older than the package's year.
with covered as (
    select b.ref_area, b.time_period, m.benefit, v.* exclude (ref_area, time_period), v.time_period as source_time_period
    from (from indicators.package_given where input = 'population') as b
    join indicators.coverage as v on v.ref_area = b.ref_area and v.time_period between b.time_period - 5 and b.time_period
    join (values ('child', 'CHILD'), ('maternity', 'MATERNITY'), ('disability', 'DISABILITY'), ('oldage', 'OLDAGE'), ('unemployment', 'UNEMP')) as m(benefit, contingency)
        on m.contingency = v.contingency
    where v.is_default and (v.sex = '_T' or (v.contingency = 'MATERNITY' and v.sex = 'F'))
    qualify row_number() over (partition by b.ref_area, m.benefit order by v.time_period desc, v.sex = 'F' desc) = 1
)

select ref_area, time_period, benefit, 'published_coverage' as input, obs_value, 'PT' as unit_measure, obs_status,
    concat_ws('|', nullif(flags, ''), case when nature = 'M' then 'modelled' end) as flags,
    source_id, vintage, series_code, ref_area as source_area, source_time_period, snapshot_sha256
from covered
