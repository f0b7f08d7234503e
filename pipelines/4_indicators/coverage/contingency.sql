-- indicators.contingency
-- grain  one of the nine contingencies of SDG 1.3.1
select
    contingency, ilostat_code, un_series,
    name_en, name_fr, name_es, short_en, short_fr, short_es,
    denominator_en, denominator_fr, denominator_es,
    sort_order::integer as sort_order
from reference.contingency
order by sort_order
