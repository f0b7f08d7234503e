-- checks.ranks_have_a_band
-- level  error
-- A country's best place is not behind its worst, which is one of the set's; sets have at least twenty countries.
select set_code, contingency, sex, ref_area, best_rank, worst_rank, countries, fifth
from indicators.rank
where best_rank > worst_rank or worst_rank > countries or countries < 20 or fifth not between 1 and 5
