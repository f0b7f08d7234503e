-- indicators.fiscal_peer
-- grain  option × country × peer whose figure is in the benchmark: same income group (contributions, aid), same World Bank
-- region (military). A country is one of its own peers; under five peers there is no benchmark.
-- Of aid, the benchmark is what the group receives as a share of the group's GDP: a median of countries would be that of small
-- islands, and ask donors for a twelfth of India's GDP.
-- Summed in the order of their codes: in any other the last digits would differ from build to build.
-- Contributions printed as 0 are no peer: the source prints 0 also where funds are kept outside the public accounts.
with headline as (
    select ref_area, income_group, wb_region, input_set,
        max(obs_value) filter (where input = 'oda_received_usd') as oda, max(obs_value) filter (where input = 'gdp_usd_worldbank') as gdp,
        if(any_value(input_set) = 'aid', 100 * oda / gdp, max(obs_value)) as obs_value
    from indicators.fiscal_figure
    where input_set in ('contributions', 'military', 'aid')
    group by all
)

select h.input_set as option_id, h.ref_area, p.ref_area as peer, p.obs_value,
    if(h.input_set = 'aid', 100 * sum(p.oda order by p.ref_area) over each_country / sum(p.gdp order by p.ref_area) over each_country, median(p.obs_value) over each_country) as benchmark,
    count(*) over each_country as peers
from headline as h
join headline as p on p.input_set = h.input_set
    and case h.input_set when 'contributions' then p.income_group = h.income_group and p.obs_value > 0 when 'military' then p.wb_region = h.wb_region
        else p.income_group = h.income_group and h.income_group in ('LIC', 'LMC') end
window each_country as (partition by h.input_set, h.ref_area)
qualify peers >= 5
