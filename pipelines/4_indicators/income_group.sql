-- indicators.income_group
-- grain  country: the World Bank income group it is in today
-- A country the newest list leaves out keeps its last group, at most five years old.
select iso3 as ref_area, max_by(income_group, fiscal_year_end::integer) as income_group, max(data_year::smallint) as income_year
from reference.income_history
where fiscal_year_end::integer >= (select max(fiscal_year_end::integer) - 5 from reference.income_history)
  and income_group in ('LIC', 'LMC', 'UMC', 'HIC')
group by iso3
