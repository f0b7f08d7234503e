-- indicators.reform
-- grain  area × year × contingency
-- Reforms of social protection that somebody read of, each with the document: what happened beside a line, not why the
-- line moves. No figure is computed from them, and a country without one may have had many.
select ref_area, year::smallint as year, contingency, year_basis, name_en, name_fr, name_es, source, source_url
from reference.reform
order by ref_area, year, contingency
