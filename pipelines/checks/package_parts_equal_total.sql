-- checks.package_parts_equal_total
-- level  error
-- The gap of the whole package is the sum of its benefits' gaps, and never more than the cost.
select p.ref_area, p.gap, p.gap_high, p.cost, sum(b.gap) as parts
from indicators.package as p
join indicators.package_benefit as b using (ref_area)
where p.gap is not null
group by all
having abs(p.gap - parts) > 1e-9 or p.gap > p.gap_high + 1e-9 or p.gap_high > p.cost + 1e-9 or p.gap < 0
