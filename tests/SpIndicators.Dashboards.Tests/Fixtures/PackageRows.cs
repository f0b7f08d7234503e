namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>
/// The relations of the floor package with a few rows each. Kenya is the vector of the methods (GDP 10 billion, line 500 a year, cost
/// 3.78 % and gap 2.82975 % of it) without figures on unemployment; Senegal has no coverage of older persons.
/// </summary>
internal static class PackageRows
{
    public const string Sql = """
        create or replace table reference.package_parameter as select *, 'from <memory>' as source, parameter_id as name_en, parameter_id as name_fr, parameter_id as name_es from (values
            ('admin_cost', null, '5', 'PT', 'false'), ('child_age_to', 'child', '4', 'YR', 'false'), ('oldage_age_from', 'oldage', '65', 'YR', 'false'),
            ('disability_prevalence', 'disability', '1.5', 'PT', 'false'), ('minimum_known_cost', null, '60', 'PT', 'true'),
            ('line_LMC', null, '1.3698630136986301', 'USD_PPP_PER_DAY', 'true'), ('line_LIC', null, '1', 'USD_PPP_PER_DAY', 'true'),
            ('child_level', 'child', '25', 'PT', 'false'), ('child_months', 'child', '12', 'MO', 'false'),
            ('maternity_level', 'maternity', '100', 'PT', 'true'), ('maternity_months', 'maternity', '4', 'MO', 'true'),
            ('disability_level', 'disability', '100', 'PT', 'false'), ('disability_months', 'disability', '12', 'MO', 'false'),
            ('unemployment_level', 'unemployment', '100', 'PT', 'false'), ('unemployment_months', 'unemployment', '4', 'MO', 'false'),
            ('oldage_level', 'oldage', '100', 'PT', 'false'), ('oldage_months', 'oldage', '12', 'MO', 'false')) as v(parameter_id, benefit, value, unit_measure, verified);

        create or replace table indicators.package_figure as
        with shared(input, obs_value, unit_measure) as (values ('population', 8e6, 'PS'), ('gdp_per_head', 1250.0, 'USD_PPP_2021'), ('gdp_usd', 4e9, 'USD'),
            ('government_expenditure', 20.0, 'PT_GDP'), ('government_revenue', 16.0, 'PT_GDP')),
        benefit(benefit, input, obs_value, unit_measure) as (values
            ('child', 'base_population', 1e6, 'PS'), ('child', 'published_coverage', 20.0, 'PT'), ('maternity', 'base_population', 8e6, 'PS'),
            ('maternity', 'eligible_share', 1.875, 'PT'), ('maternity', 'published_coverage', 10.0, 'PT'), ('disability', 'base_population', 8e6, 'PS'),
            ('disability', 'published_coverage', 5.0, 'PT'), ('oldage', 'base_population', 3e5, 'PS'), ('oldage', 'published_coverage', 40.0, 'PT'))
        select a.ref_area, 2024::smallint as time_period, v.benefit, v.input, v.obs_value::double as obs_value, v.unit_measure, null::varchar as obs_status, v.flags,
            v.source_id, v.vintage, v.series_code, a.ref_area as source_area, v.year::smallint as source_time_period, repeat('ab', 32) as snapshot_sha256
        from (values ('KEN'), ('SEN')) as a(ref_area)
        cross join (
            select '' as benefit, input, obs_value, unit_measure, '' as flags, 'worldbank_wdi' as source_id, '2026-07' as vintage, 'SERIES' as series_code, 2024 as year from shared
            union all select benefit, input, obs_value, unit_measure, '', 'worldbank_wdi', '2026-07', 'SERIES', 2021 from benefit
            union all select '', 'line', 1.3698630136986301, 'USD_PPP_PER_DAY', 'ppp_line', 'parameter', null, 'line_LMC', null
            union all select '', 'admin', 5.0, 'PT', 'unverified', 'parameter', null, 'admin_cost', null) as v
        where not (a.ref_area = 'SEN' and v.benefit = 'oldage' and v.input = 'published_coverage');

        create or replace table indicators.package as select * from (values ('KEN', 4), ('SEN', 4), ('EGY', 0)) as v(ref_area, benefits);
        create or replace table indicators.package_group as select 'X01' as ref_area, 'fewer_than_3_countries' as no_data;
        create or replace table indicators.income_group as select * from (values ('KEN', 'LMC'), ('SEN', 'LMC')) as v(ref_area, income_group);
        create or replace table reference.group_member as select * from (values ('X01', 'ilo', 'KEN'), ('X01', 'ilo', 'SEN')) as v(group_code, kind, iso3);
        create or replace table indicators.progress_rule as select 2030::smallint as target_year;

        create or replace table clean.obs_un_wpp_population as
        select a.ref_area, y.year::smallint as time_period, sex, age, persons::double / 2 as obs_value, true as is_newest
        from (values ('KEN'), ('SEN')) as a(ref_area) cross join range(2024, 2031) as y(year) cross join (values ('F'), ('M')) as s(sex)
        cross join (values ('0-4', 1e6), ('5-14', 2e6), ('15-24', 1.5e6), ('25-34', 1e6), ('35-44', 8e5), ('45-54', 7e5), ('55-64', 7e5), ('65+', 3e5)) as v(age, persons);
        create or replace table indicators.projected_people as
        select a.ref_area, b.benefit, y.year::smallint as time_period, 1000.0::double as persons
        from (values ('KEN'), ('SEN')) as a(ref_area) cross join (values ('maternity'), ('disability'), ('unemployment')) as b(benefit) cross join range(2024, 2031) as y(year);
        create or replace table indicators.package_path as
        select a.ref_area, y.year::smallint as time_period, 100.0::double as gdp_index from (values ('KEN'), ('SEN')) as a(ref_area) cross join range(2024, 2031) as y(year);

        create or replace table reference.fiscal_option as
        select *, name_en as name_fr, name_en as name_es, 'what others do' as rule_en, 'ce que font les autres' as rule_fr, 'lo que hacen otros' as rule_es,
            'Overlaps.' as note_en, 'Recoupe.' as note_fr, 'Se solapa.' as note_es
        from (values ('tax', 'Tax revenue'), ('reserves', 'Reserves'), ('debt', 'Borrowing <b>')) as v(option_id, name_en);
        create or replace table indicators.fiscal_option as
        select 'KEN' as ref_area, *, 2024::smallint as time_period, '' as flags
        from (values ('tax', 2, 'flow', 1.5::double, 1.5::double, null), ('reserves', 5, 'stock', 4.0::double, 0.4::double, null), ('debt', 6, 'stock', null, null, 'no_present_value_of_debt'))
            as v(option_id, option_number, stock_or_flow, potential, potential_a_year, no_data);
        """;
}
