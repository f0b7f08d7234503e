-- checks.vintages_keep_their_magnitude
-- level  warn
-- Where a newer vintage changes ten values of a series or more, half of them change by less than a factor of two.
-- A change of unit or scale would move all of them.
select source_id, series_code, vintage_from, vintage_to, count(*) as changed,
    median(value_to / value_from) as factor
from clean.revision
where change = 'changed' and value_from <> 0 and value_to <> 0 and sign(value_from) = sign(value_to)
group by all
having count(*) >= 10 and median(value_to / value_from) not between 0.5 and 2
