-- indicators.figure
-- grain  figure × country × year, from 2000 on: what formulas take from the newest release of each source
-- One series a figure (data/reference/figure.csv), so no number is ever spliced of two. The unit's power of ten is applied.
-- A table an agency, so that a new file of one leaves the others' tables alone.
-- materialized view
from indicators.figure_worldbank
union all from indicators.figure_imf
union all from indicators.figure_other
