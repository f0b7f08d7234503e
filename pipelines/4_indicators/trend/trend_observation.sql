-- indicators.trend_observation
-- grain  contingency × sex × area × year, of the default release, from the first year that can be a base on
-- A jump at the first of these years is one against a year that does not count here, so its flag goes. The weight of a
-- regression falls with age: the newest counts 1, one a year older 1/2, then 1/3.
with observed as (
    select c.*, time_period = min(time_period) over series as is_base, max(time_period) over series as latest_year
    from indicators.coverage as c, indicators.progress_rule as r
    where c.is_default and c.time_period >= r.base_from
    window series as (partition by contingency, sex, ref_area)
)

select
    contingency, sex, ref_area, time_period, obs_value, coverage,
    is_base, time_period = latest_year as is_latest,
    1.0::double / (1 + latest_year - time_period) as weight,
    list_filter(list_append(string_split(flags, '|'), if(nature = 'M' or ref_area not in (select iso3 from reference.ref_area), 'modelled', '')),
        lambda flag: flag not in ('', 'small_denominator') and not (is_base and flag = 'break')) as flag_list,
    obs_status, source_id, vintage, series_code, snapshot_sha256
from observed
order by contingency, sex, ref_area, time_period
