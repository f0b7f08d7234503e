namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>The published relations with a few rows each, columns as the models of 4_indicators make them.</summary>
internal static partial class SmallWarehouseSql
{
    public const string Text = Core + Reading;

    private const string Core = """
        create schema indicators; create schema meta;

        create table meta.build as select ''::varchar as vintage, null::integer as layout, timestamp '2026-01-01 06:00:00' as built_at, null::varchar as git_commit,
            '1.5' as duckdb_version, '0.0' as app_version, 1.0::double as duration_ms, 7::bigint as observation_rows, 0::bigint as rejected_rows;
        create table meta.check_result as select * from (values
            ('keys_are_unique', 'error', 'A key is there once.', true, 0::bigint), ('sexes_agree', 'warn', 'A rate of all lies <between> the two.', false, 23::bigint),
            ('rows_are_few', 'warn', 'Few rows are rejected.', false, 1::bigint)) as v(check_name, level, sentence, passed, offending_rows);

        create table indicators.ref_area as select * from (values
            ('DEU', 'country', 'Germany', 'Allemagne', 'Alemania'), ('KEN', 'country', 'Kenya', 'Kenya', 'Kenya'),
            ('SEN', 'country', 'Senegal', 'Sénégal', 'Senegal'), ('URY', 'country', 'Uruguay', 'Uruguay', 'Uruguay'),
            ('CIV', 'country', 'Côte d’Ivoire', 'Côte d’Ivoire', 'Côte d’Ivoire'), ('EGY', 'country', 'Egypt', 'Égypte', 'Egipto'),
            ('ESC', 'country', '<b>"Escape" & Co</b>', '<b>"Escape" & Co</b>', '<b>"Escape" & Co</b>'), ('AAA', 'country', 'Aaa', 'Aaa', 'Aaa'),
            ('BBB', 'country', 'Bbb', 'Bbb', 'Bbb'), ('NOD', 'country', 'Nodata', 'Nodata', 'Nodata'),
            ('X01', 'world', 'World', 'Monde', 'Mundo')) as v(ref_area, kind, name_en, name_fr, name_es);
        alter table indicators.ref_area add column m49 varchar default '404';

        create table indicators.contingency as select * from (values
            ('TOTAL', 'At least one benefit', 1), ('OLDAGE', 'Old age', 6), ('POOR', 'Poor', 9)) as v(contingency, name_en, sort_order);
        alter table indicators.contingency add column un_series varchar;
        update indicators.contingency set un_series = 'SI_COV_' || contingency;
        alter table indicators.contingency add column name_fr varchar default 'nom';
        alter table indicators.contingency add column name_es varchar default 'nombre';
        alter table indicators.contingency add column short_en varchar default 'Short';
        alter table indicators.contingency add column short_fr varchar default 'Court';
        alter table indicators.contingency add column short_es varchar default 'Corto';
        alter table indicators.contingency add column denominator_en varchar default 'persons';
        alter table indicators.contingency add column denominator_fr varchar default 'personnes';
        alter table indicators.contingency add column denominator_es varchar default 'personas';

        create table indicators.source as select * from (values
            ('ilostat_sdg_0131', 'ILO', 'SDG 1.3.1', 'ODD 1.3.1', 'ODS 1.3.1', 'CC BY 4.0', 'Source: ILO'),
            ('unsd_sdg', 'UNSD', 'Global SDG database', 'Base mondiale des ODD', 'Base mundial de los ODS', 'UN data terms', 'UNSD'),
            ('worldbank_wdi', 'World Bank', 'WDI', 'WDI en français', 'WDI en español', 'CC BY 4.0', 'The World Bank, WDI'))
            as v(source_id, producer, title, title_fr, title_es, licence, attribution);
        alter table indicators.source add column citation varchar default 'as the card says';
        alter table indicators.source add column url varchar default 'https://example.org/data';
        create table indicators.snapshot as
        with v(source_id, vintage, released_on, released_on_precision, released, citation) as (values
            ('ilostat_sdg_0131', '2022-04-17', date '2022-04-17', 'day', '2022-04-17', 'ILO, export of 17 April 2022'),
            ('unsd_sdg', '2024-02-17', date '2024-02-17', 'day', '2024-02-17', 'UNSD, read on 17 February 2024'),
            ('unsd_sdg', '2020-10-19', date '2020-10-19', 'day', '2020-10-19', 'UNSD, read on 19 October 2020'),
            ('unsd_sdg', '2019.Q1.G.03', date '2019-01-01', 'quarter', '2019-Q1', 'UNSD, release 2019.Q1.G.03'),
            ('worldbank_wdi', '2026-07', date '2026-07-01', 'month', '2026-07', null))
        select *, 'as the card says' as released_on_basis, timestamp '2026-11-22' as retrieved_at, 'Day of carrying in.' as retrieved_at_basis,
            repeat('ab', 32) as snapshot_sha256
        from v;
        create table indicators.release as select * from (values
            ('ilostat_sdg_0131', '2022-04-17', true, date '2022-04-17'),
            ('unsd_sdg', '2024-02-17', false, date '2024-02-17'),
            ('unsd_sdg', '2020-10-19', false, date '2020-10-19')) as v(source_id, vintage, is_default, released_on);
        alter table indicators.release add column producer varchar default 'UN';
        alter table indicators.release add column countries bigint default 9;
        alter table indicators.release add column first_year smallint default 2000;
        alter table indicators.release add column last_year smallint default 2020;
        create table indicators.coverage_revision as
        with v(contingency, ref_area, time_period, change, value_before, value_after) as (values
            ('POOR', 'URY', 2019, 'withdrawn', 267.28646, null), ('POOR', 'AAA', 2016, 'withdrawn', 12.5, null),
            ('POOR', 'KEN', 2016, 'changed', 10.0, 11.0), ('POOR', 'SEN', 2020, 'added', null, 20.0),
            ('TOTAL', 'AAA', 2016, 'withdrawn', 1.0, null), ('TOTAL', 'BBB', 2016, 'withdrawn', 2.0, null),
            ('TOTAL', 'CIV', 2016, 'withdrawn', 3.0, null), ('TOTAL', 'ESC', 2016, 'withdrawn', 4.0, null),
            ('OLDAGE', 'DEU', 2016, 'withdrawn', 100.0, null))
        select * replace (value_before::double as value_before, value_after::double as value_after),
            'unsd_sdg' as source_id, '2024-02-17' as vintage, '2020-10-19' as vintage_before, '_T' as sex, 'SI_COV_' || contingency as series_code,
            if(value_before > 100, 100, value_before)::double as coverage_before, if(value_after > 100, 100, value_after)::double as coverage_after
        from v;

        create table indicators.indicator as
        with v(indicator_id, title_en, title_fr, title_es, unit_measure, formula, expression, inputs) as (values
            ('coverage', 'Coverage', 'Couverture', 'Cobertura', 'PT', 'min(published rate, 100)', 'least(published, 100)', '{"published": {"en": "rate", "fr": "taux", "es": "tasa"}}'),
            ('coverage_gap', 'Coverage gap', 'Déficit', 'Brecha', 'PP', '100 − coverage', '100 - least(published, 100)', '{"published": {"en": "rate", "fr": "taux", "es": "tasa"}}'),
            ('mean_gap', 'Mean', 'Moyenne', 'Media', 'PT', 'Σ value × weight / Σ weight', 'sum(value * weight) / sum(weight) * any_value(scale)',
                '{"value": {"en": "v", "fr": "v", "es": "v"}, "weight": {"en": "w", "fr": "w", "es": "w"}, "scale": {"en": "s", "fr": "s", "es": "s"}}'),
            ('people_uncovered', 'People', 'Personnes', 'Personas', 'PS', 'gap × population', 'people', '{"people": {"en": "p", "fr": "p", "es": "p"}}'))
        select *, 'd' as definition_en, 'd' as definition_fr, 'd' as definition_es,
            'per cent' as unit_en, 'pour cent' as unit_fr, 'por ciento' as unit_es, 'up' as direction, 'coverage' as topic,
            'c' as caveats_en, 'c' as caveats_fr, 'c' as caveats_es, 'ilostat_sdg_0131' as sources
        from v;

        create schema clean;
        create table clean.rejected_row as select * from (values
            ('unsd_sdg', '2024-02-17', 17::bigint, 'value is not a number: <b>NaN</b>', 'SI_COV_POOR', 'KEN', '2019', 'NaN'),
            ('unsd_sdg', '2024-02-17', 18::bigint, 'value is not a number: <b>NaN</b>', 'SI_COV_POOR', 'SEN', '2019', 'NaN'),
            ('ilostat_sdg_0131', '2022-04-17', 3::bigint, 'area is not known: ZZZ', 'SOC', 'ZZZ', '2020', '5'))
            as v(source_id, vintage, line_no, reject_reason, series_code, source_area, source_time, source_value);

        create schema reference;
        create table reference.flag as select * from (values
            ('capped', 1, 'published above 100, shown as 100', 'publié au-dessus de 100, affiché à 100', 'publicado por encima de 100, mostrado como 100'), ('withdrawn', 2, 'withdrawn', 'retiré', 'retirado'), ('stale', 3, 'old', 'ancien', 'antiguo'))
            as v(flag, penalty, name_en, name_fr, name_es);

        create table indicators.indicator_value as
        with v(indicator_id, ref_area, time_period, contingency, obs_value, flags, confidence) as (values
            ('coverage', 'URY', 2019, 'POOR', 100.0, 'capped', 'B'), ('coverage', 'DEU', 2020, 'TOTAL', 99.5, '', 'A'), ('coverage', 'DEU', 2019, 'TOTAL', 99.0, '', 'A'),
            ('mean_gap', 'X01', 2020, 'TOTAL', 56.875, '', 'A'), ('mean_gap', 'KEN', 2020, 'TOTAL', 12.0, '', 'A'))
        select *, '_T' as sex, 'PT' as unit_measure, null::varchar as obs_status, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage,
            'SOC_' || contingency as series_code, time_period as source_time_period, repeat('ab', 32) as snapshot_sha256
        from v;

        create table indicators.indicator_input as
        with v(indicator_id, ref_area, time_period, contingency, item, input, obs_value) as (values
            ('coverage', 'URY', 2019, 'POOR', '', 'published', 267.28646), ('coverage', 'DEU', 2020, 'TOTAL', '', 'published', 99.5),
            ('coverage', 'DEU', 2019, 'TOTAL', '', 'published', 99.0),
            ('mean_gap', 'X01', 2020, 'TOTAL', 'A', 'value', 80.0), ('mean_gap', 'X01', 2020, 'TOTAL', 'A', 'weight', 100.0),
            ('mean_gap', 'X01', 2020, 'TOTAL', 'B', 'value', 20.0), ('mean_gap', 'X01', 2020, 'TOTAL', 'B', 'weight', 50.0),
            ('mean_gap', 'X01', 2020, 'TOTAL', 'C', 'value', 10.0), ('mean_gap', 'X01', 2020, 'TOTAL', 'C', 'weight', 10.0),
            ('mean_gap', 'X01', 2020, 'TOTAL', '', 'scale', 1.0), ('mean_gap', 'KEN', 2020, 'TOTAL', 'A', 'value', 11.0),
            ('mean_gap', 'KEN', 2020, 'TOTAL', 'A', 'weight', 1.0), ('mean_gap', 'KEN', 2020, 'TOTAL', '', 'scale', 1.0))
        select *, '_T' as sex, 'PT' as unit_measure, null::varchar as obs_status, '' as flags, 'ilostat_sdg_0131' as source_id,
            '2022-04-17' as vintage, 'SOC' as series_code, ref_area as source_area, time_period as source_time_period, repeat('ab', 32) as snapshot_sha256
        from v;

        create table indicators.coverage as
        with v(source_id, vintage, is_default, contingency, sex, ref_area, time_period, obs_value, denominator, flags, withdrawn_in, is_latest) as (values
            ('ilostat_sdg_0131', '2022-04-17', true, 'TOTAL', '_T', 'DEU', 2020, 99.5, 83e6, '', null, true),
            ('ilostat_sdg_0131', '2022-04-17', true, 'TOTAL', '_T', 'URY', 2020, 93.8, 3.4e6, '', null, true),
            ('ilostat_sdg_0131', '2022-04-17', true, 'TOTAL', '_T', 'X01', 2020, 46.9, 7.8e9, '', null, true),
            ('ilostat_sdg_0131', '2022-04-17', true, 'POOR', '_T', 'X01', 2016, 21.8, null, '', null, true),
            ('ilostat_sdg_0131', '2022-04-17', true, 'POOR', 'F', 'X01', 2020, 18.6, null, '', null, true),
            ('ilostat_sdg_0131', '2022-04-17', true, 'TOTAL', '_T', 'KEN', 2009, 8.2, null, 'stale', null, false),
            ('ilostat_sdg_0131', '2022-04-17', true, 'OLDAGE', 'F', 'KEN', 2020, 20.0, null, '', null, true),
            ('ilostat_sdg_0131', '2022-04-17', true, 'TOTAL', '_T', 'ESC', 2020, 0.0, 1e6, '', null, true),
            ('unsd_sdg', '2020-10-19', false, 'POOR', '_T', 'URY', 2019, 267.28646, null, 'capped|withdrawn', '2024-02-17', true))
        select *, least(obs_value, 100)::double as coverage, (100 - least(obs_value, 100))::double as gap_pp,
            ((100 - least(obs_value, 100)) / 100 * denominator)::double as people_uncovered,
            case when denominator is not null then 'worldbank_wdi 2026-07: SP.POP.TOTL' end as denominator_series,
            'SOC_' || contingency as series_code, null::varchar as obs_status, null::varchar as nature, null::varchar as comment_obs, 'national' as source_detail,
            repeat('ab', 32) as snapshot_sha256, timestamp '2026-01-01' as retrieved_at
        from v;
        insert into indicators.coverage by name
        select 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, true as is_default, 'TOTAL' as contingency, '_T' as sex, ref_area,
            2020 as time_period, 50.0 as obs_value, 'school meals included' as comment_obs, '' as flags, true as is_latest, 50.0 as coverage, 50.0 as gap_pp, 'SOC_TOTAL' as series_code,
            repeat('ab', 32) as snapshot_sha256
        from indicators.ref_area where ref_area in ('SEN', 'CIV', 'EGY', 'AAA', 'BBB');

        """;
}
