-- indicators.fiscal_peer
-- grain  option × country × peer whose figure is in the median: same income group (contributions), same World Bank region
-- (military), low-income countries (aid). A country is one of its own peers; under five peers there is no benchmark.
-- Contributions printed as 0 are no peer: the source prints 0 also where funds are kept outside the public accounts.
with headline as (
    select ref_area, income_group, wb_region, input_set,
        case any_value(input_set) when 'aid' then 100 * max(obs_value) filter (where input = 'oda_received_usd') / max(obs_value) filter (where input = 'gdp_usd_worldbank')
            else max(obs_value) end as obs_value
    from indicators.fiscal_figure
    where input_set in ('contributions', 'military', 'aid')
    group by all
)

select h.input_set as option_id, h.ref_area, p.ref_area as peer, p.obs_value,
    median(p.obs_value) over each_country as benchmark, count(*) over each_country as peers
from headline as h
join headline as p on p.input_set = h.input_set
    and case h.input_set when 'contributions' then p.income_group = h.income_group and p.obs_value > 0 when 'military' then p.wb_region = h.wb_region
        else p.income_group = 'LIC' and h.income_group in ('LIC', 'LMC') end
window each_country as (partition by h.input_set, h.ref_area)
qualify peers >= 5
