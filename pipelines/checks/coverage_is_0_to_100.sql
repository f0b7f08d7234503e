-- checks.coverage_is_0_to_100
-- level  error
-- Coverage as shown lies between 0 and 100, and adds up to 100 with its gap.
select source_id, vintage, contingency, sex, ref_area, time_period, coverage, gap_pp
from indicators.coverage
where coverage is null or coverage not between 0 and 100 or coverage + gap_pp <> 100
   or people_uncovered < 0
