namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>What the catalogue, topics, methods, freshness and search read besides.</summary>
internal static partial class SmallWarehouseSql
{
    private const string Reading = """
        alter table indicators.ref_area add column iso2 varchar;
        update indicators.ref_area set iso2 = 'CI' where ref_area = 'CIV';
        create table reference.area_name as select * from (values ('CIV', 'Ivory Coast'), ('EGY', 'Bbb land'), ('KEN', 'Old bbb'), ('URY', 'xbbbx'), ('DEU', 'Allemania <script>')) as v(ref_area, name);
        alter table indicators.snapshot add column observations bigint default 1234;
        alter table indicators.snapshot add column rejected bigint default 2;

        create table indicators.topic as select * from (values
            ('gender', 1, 2, 'Women and men', 'Femmes et hommes', 'Mujeres y hombres', 'Intro.', 'Intro.', 'Intro.', 2::bigint, 3::bigint),
            ('pensions', 2, 2, 'Pensions', 'Pensions', 'Pensiones', 'Old age.', 'Vieillesse.', 'Vejez.', 0::bigint, 0::bigint))
            as v(topic, sort_order, minimum_countries, name_en, name_fr, name_es, intro_en, intro_fr, intro_es, indicators_shown, n_countries);
        create table indicators.topic_indicator as select * from (values
            ('gender', 'gender_gap', 'OLDAGE', 1, 5, 2020, 3::bigint, true), ('gender', 'gender_gap', 'TOTAL', 1, 5, 2020, 1::bigint, false),
            ('gender', 'wage', '_Z', 2, 5, 2020, 2::bigint, true))
            as v(topic, indicator_id, contingency, sort_order, years, last_year, n_countries, is_shown);
        insert into indicators.indicator by name
        select indicator_id, title as title_en, title as title_fr, title as title_es, 'what it is' as definition_en, 'ce que c’est' as definition_fr, 'lo que es' as definition_es,
            'PP' as unit_measure, 'a − b' as formula, 'a - b' as expression, '{}' as inputs, 'points' as unit_en, 'points' as unit_fr, 'puntos' as unit_es,
            'down' as direction, 'gender' as topic, 'mind the age' as caveats_en, 'attention' as caveats_fr, 'ojo' as caveats_es, 'ilostat_sdg_0131,parameter' as sources
        from (values ('gender_gap', 'Gender gap'), ('wage', 'Wage work')) as v(indicator_id, title);
        insert into indicators.indicator_value by name
        select *, 'PP' as unit_measure, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, 'SOC_X' as series_code, time_period as source_time_period, repeat('ab', 32) as snapshot_sha256
        from (values
            ('gender_gap', 'OLDAGE', '_T', 'DEU', 2020, -4.0, '', 'A'), ('gender_gap', 'OLDAGE', '_T', 'URY', 2019, 2.0, 'capped', 'B'),
            ('gender_gap', 'OLDAGE', '_T', 'KEN', 2016, -9.0, '', 'A'), ('gender_gap', 'OLDAGE', '_T', 'SEN', 2001, 80.0, '', 'A'),
            ('gender_gap', 'TOTAL', '_T', 'DEU', 2020, 1.0, '', 'A'),
            ('wage', '_Z', 'F', 'DEU', 2020, 60.0, '', 'A'), ('wage', '_Z', 'F', 'KEN', 2020, 20.0, '', 'A'),
            ('wage', '_Z', 'M', 'DEU', 2020, 70.0, '', 'A'), ('wage', '_Z', 'M', 'KEN', 2020, 40.0, '', 'A'))
            as v(indicator_id, contingency, sex, ref_area, time_period, obs_value, flags, confidence);
        alter table indicators.indicator_value alter time_period type smallint;
        alter table indicators.indicator_value alter obs_value type double;
        create table indicators.grade_summary as select * from (values
            ('gender_gap', 'A', '', 4::bigint, 80.0::double, 0::hugeint, 'nothing to say', 'rien à dire', 'nada que decir'),
            ('gender_gap', 'B', 'capped', 1::bigint, 20.0::double, 1::hugeint, 'capped', 'plafonné', 'limitado'))
            as v(indicator_id, confidence, flags, n, share_pct, penalty, reason_en, reason_fr, reason_es);

        create table reference.series as select * from (values ('worldbank_wdi', 'SP.POP.TOTL', 'Population, total', 'PS', 'persons', 'as printed'),
            ('unsd_sdg', 'SI_COV_TOTAL', '[ILO] Population covered, by sex (%)', 'PT', 'PERCENT', 'read'), ('unsd_sdg', 'SI_COV_POOR', '[ILO] Poor population covered (%)', 'PT', 'PERCENT', 'read')) as v(source_id, series_code, title, unit_measure, unit, basis);
        create table clean."revision_worldbank_wdi@2026-07" as select * from (values
            ('SP.POP.TOTL', 'DEU', 2020, '_T', '_T', '_T', 83.0001::double, 83.0004::double, 'changed'), ('NY.GDP', 'DEU', 2019, '_T', '_T', '_T', 1, 2, 'changed'),
            ('SI.POV.NAHC', null, null, null, null, null, null, null, 'series_absent')) as v(series_code, ref_area, time_period, sex, age, breakdown, value_from, value_to, change);
        create view indicators.revision as
        select source_id, vintage_before as vintage_from, vintage as vintage_to, date '2020-10-19' as released_from, series_code, ref_area, time_period::smallint as time_period, sex,
            '_T' as age, '_T' as breakdown, value_before as value_from, value_after as value_to, change
        from indicators.coverage_revision
        union all select 'worldbank_wdi', '2024-06-28', '2026-07', date '2024-06-28', * from clean."revision_worldbank_wdi@2026-07";
        insert into indicators.indicator_input by name
        select 'people_uncovered' as indicator_id, 'DEU' as ref_area, 2020 as time_period, 'TOTAL' as contingency, '' as item, 'people' as input, 83.0 as obs_value, '_T' as sex,
            'worldbank_wdi' as source_id, '2026-07' as vintage, 'SP.POP.TOTL × SP.POP.0014.TO.ZS (ages 0 to 14)' as series_code;
        insert into indicators.indicator_input by name
        select 'mean_gap' as indicator_id, 'X01' as ref_area, 2019 as time_period, 'TOTAL' as contingency, 'A' as item, 'value' as input, 1.0 as obs_value, '_T' as sex,
            'indicator' as source_id, '2026-01-01' as vintage, 'people_uncovered' as series_code;
        create view clean.observation as
        select source_id, vintage, is_default as is_newest, series_code, ref_area, time_period, sex, obs_value from indicators.coverage;

        create table reference.ref_area as select 'A name' as name_en, 'Un nom' as name_fr, 'Un nombre' as name_es;
        create table reference.other_area as select 'A name' as name_en, 'Un nom' as name_fr, 'Un nombre' as name_es;
        create table reference.contingency as select 'A name' as name_en, 'Un nom' as name_fr, 'Un nombre' as name_es;
        create table reference.sex as select 'A name' as name_en, 'Un nom' as name_fr, 'Un nombre' as name_es;
        create table reference.obs_status as select 'A name' as name_en, 'Un nom' as name_fr, 'Un nombre' as name_es;
        create table reference.topic as select 'A name' as name_en, 'Un nom' as name_fr, 'Un nombre' as name_es;
        create table reference.groups as select 'A name' as name_en, null::varchar as name_fr, 'Un nombre' as name_es union all select 'Another', '', '' union all select null, null, null;
        create table reference.unit as select * from (values ('PT', 'per cent', 'pour cent', 'por ciento'), ('YEAR', 'year', 'année', 'año')) as v(code, name_en, name_fr, name_es);
        create table reference.package_parameter as select * from (values
            ('admin_cost', '5.25', 'PT', 'false', 'from memory <b>', 'administration', 'administration', 'administración'),
            ('child_age_to', '4', 'XX', 'true', 'a document', 'children', 'enfants', 'niños')) as v(parameter_id, value, unit_measure, verified, source, name_en, name_fr, name_es);
        create table reference.fiscal_parameter as select * from reference.package_parameter where parameter_id = 'admin_cost';
        create table reference.progress_rule as select * from (values ('target_year', '2030', 'YEAR', 'year of the target', 'année de la cible', 'año de la meta')) as v(parameter, value, unit_measure, name_en, name_fr, name_es);
        create table reference.progress_status as select * from (values
            ('achieved', '5', 'Achieved', 'Atteint', 'Alcanzado', '99 or more', '99 ou plus', '99 o más'),
            ('no', '0', 'Not enough data', 'Insuffisant', 'Insuficiente', 'none', 'aucune', 'ninguna')) as v(status, code, name_en, name_fr, name_es, rule_en, rule_fr, rule_es);
        create table reference.peer_rule as select * from (values ('income', '5', 'Similar income', 'Revenu comparable', 'Ingreso similar', 'nearest', 'proches', 'cercanos'))
            as v(rule_id, minimum_peers, name_en, name_fr, name_es, rule_en, rule_fr, rule_es);
        create table reference.fiscal_option as select * from (values ('tax', '2', 'Tax', 'Impôt', 'Impuesto', 'regression', 'régression', 'regresión', 'overlaps', 'recoupe', 'se solapa'),
            ('contributions', '1', 'Contributions', 'Cotisations', 'Cotizaciones', 'median', 'médiane', 'mediana', 'overlaps', 'recoupe', 'se solapa'))
            as v(option_id, option_number, name_en, name_fr, name_es, rule_en, rule_fr, rule_es, note_en, note_fr, note_es);
        create table indicators.convention (convention varchar, name_en varchar, name_fr varchar, name_es varchar, ref_area varchar, is_in_list boolean, ratified_on date, ratified_year smallint, is_verified boolean);
        create table indicators.reform (ref_area varchar, year smallint, contingency varchar, year_basis varchar, name_en varchar, name_fr varchar, name_es varchar, source varchar, source_url varchar);

        """;
}
