-- indicators.denominator
-- grain  contingency × sex × area × year: the persons a coverage rate is a share of
-- Each contingency has its own reference population. Severe disability and vulnerability have none in the data at
-- hand, and get no people count. The series used is named beside each number.
with wdi as (
    select ref_area, time_period, vintage, snapshot_sha256,
        max(obs_value) filter (where series_code = 'SP.POP.TOTL') as population,
        max(obs_value) filter (where series_code = 'SP.POP.TOTL.FE.ZS') / 100 as female,
        max(obs_value) filter (where series_code = 'SP.POP.0014.TO.ZS') / 100 as age_0_14,
        max(obs_value) filter (where series_code = 'SP.POP.65UP.TO.ZS') / 100 as age_65_up,
        max(obs_value) filter (where series_code = 'SP.DYN.CBRT.IN') / 1000 as births,
        max(obs_value) filter (where series_code = 'SL.TLF.TOTL.IN') as labour_force,
        max(obs_value) filter (where series_code = 'SL.TLF.TOTL.FE.ZS') / 100 as labour_force_female,
        max(obs_value) filter (where series_code = 'SL.UEM.TOTL.ZS') / 100 as unemployed,
        max(obs_value) filter (where series_code = 'SL.UEM.TOTL.FE.ZS') / 100 as unemployed_female,
        max(obs_value) filter (where series_code = 'SL.UEM.TOTL.MA.ZS') / 100 as unemployed_male,
        max(obs_value) filter (where series_code = 'SI.POV.NAHC') / 100 as poor
    from indicators.figure_worldbank
    where series_code in ('SP.POP.TOTL', 'SP.POP.TOTL.FE.ZS', 'SP.POP.0014.TO.ZS', 'SP.POP.65UP.TO.ZS', 'SP.DYN.CBRT.IN',
          'SL.TLF.TOTL.IN', 'SL.TLF.TOTL.FE.ZS', 'SL.UEM.TOTL.ZS', 'SL.UEM.TOTL.FE.ZS', 'SL.UEM.TOTL.MA.ZS', 'SI.POV.NAHC')
    group by all
),

-- the ILO's income groups are those of fiscal year 2022, not the World Bank's aggregates of today: sum their members
grouped as (
    select m.group_code as ref_area, w.time_period, w.vintage, w.snapshot_sha256, sum(w.population) as population
    from wdi as w
    join reference.group_member as m on m.iso3 = w.ref_area
    where m.group_code in ('X02', 'X03', 'X04', 'X05')
    group by all
),

wpp as (
    select ref_area, time_period, sex, age, vintage, snapshot_sha256, obs_value as persons
    from clean.obs_un_wpp_population
    where is_newest and time_period >= 2000 and age in ('0-14', '65+')
),

persons as (
    select 'TOTAL' as contingency, '_T' as sex, ref_area, time_period, population as persons, vintage, snapshot_sha256, 'SP.POP.TOTL' as series from wdi
    union all select 'TOTAL', '_T', ref_area, time_period, population, vintage, snapshot_sha256, 'SP.POP.TOTL, sum of the group''s members' from grouped
    union all select 'TOTAL', 'F', ref_area, time_period, population * female, vintage, snapshot_sha256, 'SP.POP.TOTL × SP.POP.TOTL.FE.ZS' from wdi
    union all select 'TOTAL', 'M', ref_area, time_period, population * (1 - female), vintage, snapshot_sha256, 'SP.POP.TOTL × (100 − SP.POP.TOTL.FE.ZS)' from wdi
    union all select 'CHILD', '_T', ref_area, time_period, population * age_0_14, vintage, snapshot_sha256, 'SP.POP.TOTL × SP.POP.0014.TO.ZS (ages 0 to 14)' from wdi
    union all select 'OLDAGE', '_T', ref_area, time_period, population * age_65_up, vintage, snapshot_sha256, 'SP.POP.TOTL × SP.POP.65UP.TO.ZS (ages 65 and over)' from wdi
    union all select 'MATERNITY', unnest(['F', '_T']), ref_area, time_period, population * births, vintage, snapshot_sha256, 'SP.POP.TOTL × SP.DYN.CBRT.IN (live births)' from wdi
    union all select 'INJURY', '_T', ref_area, time_period, labour_force, vintage, snapshot_sha256, 'SL.TLF.TOTL.IN (labour force)' from wdi
    union all select 'INJURY', 'F', ref_area, time_period, labour_force * labour_force_female, vintage, snapshot_sha256, 'SL.TLF.TOTL.IN × SL.TLF.TOTL.FE.ZS' from wdi
    union all select 'INJURY', 'M', ref_area, time_period, labour_force * (1 - labour_force_female), vintage, snapshot_sha256, 'SL.TLF.TOTL.IN × (100 − SL.TLF.TOTL.FE.ZS)' from wdi
    union all select 'UNEMP', '_T', ref_area, time_period, labour_force * unemployed, vintage, snapshot_sha256, 'SL.TLF.TOTL.IN × SL.UEM.TOTL.ZS' from wdi
    union all select 'UNEMP', 'F', ref_area, time_period, labour_force * labour_force_female * unemployed_female, vintage, snapshot_sha256, 'SL.TLF.TOTL.IN × SL.TLF.TOTL.FE.ZS × SL.UEM.TOTL.FE.ZS' from wdi
    union all select 'UNEMP', 'M', ref_area, time_period, labour_force * (1 - labour_force_female) * unemployed_male, vintage, snapshot_sha256, 'SL.TLF.TOTL.IN × (100 − SL.TLF.TOTL.FE.ZS) × SL.UEM.TOTL.MA.ZS' from wdi
    union all select 'POOR', '_T', ref_area, time_period, population * poor, vintage, snapshot_sha256, 'SP.POP.TOTL × SI.POV.NAHC' from wdi
)

select contingency, sex, ref_area, time_period, persons,
    'worldbank_wdi' as source_id, vintage, series as series_code, snapshot_sha256
from persons
where persons is not null

union all
select if(age = '0-14', 'CHILD', 'OLDAGE'), sex, ref_area, time_period, persons,
    'un_wpp_population', vintage, 'ages ' || age, snapshot_sha256
from wpp
where sex in ('F', 'M')
