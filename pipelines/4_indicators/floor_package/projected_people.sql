-- indicators.projected_people
-- grain  area × benefit × year from 2015 to 2030: persons whose number moves with that of those the benefit is for
-- The UN's projection by age. Births move with women aged 15 to 44, the unemployed with persons of 15 and over.
with band(benefit, age, sex, series_code) as (
    select 'child', '0-' || value, unnest(['F', 'M']), 'ages 0-' || value from reference.package_parameter where parameter_id = 'child_age_to'
    union all select 'oldage', value || '+', unnest(['F', 'M']), 'ages ' || value || '+' from reference.package_parameter where parameter_id = 'oldage_age_from'
    union all
    values ('disability', '_T', '_T', 'all ages'), ('unemployment', '15+', '_T', 'ages 15+'),
        ('maternity', '15-24', 'F', 'women, ages 15-44'), ('maternity', '25-34', 'F', 'women, ages 15-44'), ('maternity', '35-44', 'F', 'women, ages 15-44')
)

select w.ref_area, w.time_period, b.benefit, sum(w.obs_value) as persons,
    w.source_id, w.vintage, b.series_code, w.snapshot_sha256
from clean.obs_un_wpp_population as w
join band as b on b.age = w.age and b.sex = w.sex
where w.is_newest and w.time_period between 2015 and 2030
group by all
order by w.ref_area, b.benefit, w.time_period
