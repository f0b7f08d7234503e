-- checks.fiscal_option_says_why
-- level  error
-- Every country has every option of fiscal space once: an amount from 0 upwards, or the reason why there is none; no median of fewer than five peers.
select ref_area, option_id, count(*) as rows, any_value(potential) as potential, any_value(no_data) as no_data, any_value(peers) as peers
from indicators.fiscal_option
group by ref_area, option_id
having count(*) > 1 or (any_value(potential) is null) = (any_value(no_data) is null) or any_value(potential) < 0 or any_value(peers) < 5
