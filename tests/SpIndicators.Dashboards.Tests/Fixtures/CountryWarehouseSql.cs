namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>
/// What the pages about countries read besides <see cref="SmallWarehouseSql"/>: Kenya with nearly everything, Senegal beside
/// it, Nodata with nothing. Eleven made-up members of a group, so that there are more than a chart of lines can hold.
/// </summary>
internal static class CountryWarehouseSql
{
    public const string Text = """
        alter table indicators.ref_area add column sdg_region varchar;
        alter table indicators.ref_area add column is_ldc boolean default false;
        alter table indicators.ref_area add column is_lldc boolean default false;
        alter table indicators.ref_area add column is_sids boolean default false;
        update indicators.ref_area set sdg_region = '202' where ref_area in ('KEN', 'SEN', 'CIV');
        update indicators.ref_area set is_ldc = true where ref_area = 'SEN';
        insert into indicators.ref_area by name select * from (values
            ('202', 'group', 'Sub-Saharan Africa', 'Afrique subsaharienne', 'África Subsahariana'), ('LMC', 'group', 'Lower middle income', 'Revenu moyen inférieur', 'Ingreso mediano bajo'),
            ('LIC', 'group', 'Low income', 'Faible revenu', 'Ingreso bajo'), ('HIC', 'group', 'High income', 'Revenu élevé', 'Ingreso alto'), ('UMC', 'group', 'Upper middle income', 'Revenu moyen supérieur', 'Ingreso mediano alto'))
            as v(ref_area, kind, name_en, name_fr, name_es);
        insert into indicators.ref_area by name select 'M' || lpad(i::varchar, 2, '0') as ref_area, 'country' as kind, 'Member ' || lpad(i::varchar, 2, '0') as name_en, name_en as name_fr, name_en as name_es
        from range(1, 12) as r(i);
        update indicators.contingency set short_en = name_en, short_fr = name_en, short_es = name_en;

        insert into indicators.coverage by name
        with v(ref_area, contingency, sex, time_period, obs_value, denominator, is_latest, flags) as (values
            ('KEN', 'TOTAL', '_T', 2018, 10.4, 5e7, false, ''), ('KEN', 'TOTAL', '_T', 2020, 10.1, 5e7, true, ''), ('KEN', 'OLDAGE', '_T', 2019, 13.2, 1.4e6, true, ''),
            ('KEN', 'OLDAGE', 'M', 2020, 25.5, null, true, 'capped'), ('KEN', 'POOR', 'F', 2018, 5.0, null, true, ''))
        select *, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, true as is_default, obs_value as coverage, 100 - obs_value as gap_pp,
            (100 - obs_value) / 100 * denominator as people_uncovered, 'SOC_' || contingency as series_code, repeat('ab', 32) as snapshot_sha256,
            case when denominator is not null then 'worldbank_wdi 2026-07: SP.POP.TOTL' end as denominator_series
        from v;
        insert into indicators.coverage by name
        select 'M' || lpad(i::varchar, 2, '0') as ref_area, 'TOTAL' as contingency, '_T' as sex, 2020 as time_period, 40.0 + i as obs_value, 40.0 + i as coverage, 60.0 - i as gap_pp,
            i * 1e6 as people_uncovered, true as is_latest, '' as flags, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, true as is_default, 'SOC_TOTAL' as series_code, repeat('ab', 32) as snapshot_sha256
        from range(1, 11) as r(i);

        insert into reference.flag values ('break', 1, 'jump', 'saut', 'salto');
        insert into indicators.coverage by name
        with v(contingency, sex, time_period, obs_value, flags, obs_status, nature, comment_obs, withdrawn_in) as (values
            ('OLDAGE', '_T', 2016, 12.0, 'break', 'A', 'E', 'own note', null), ('OLDAGE', '_T', 2020, 30.0, 'break', 'U', 'C', null, null), ('OLDAGE', 'F', 2020, 31.0, '', 'A', 'E', null, null),
            ('POOR', '_T', 2020, 120.5, 'capped|withdrawn', 'E', 'CA', 'one | two, "three"', '2026-01-01'))
        select *, 'KEN' as ref_area, 'unsd_sdg' as source_id, '2024-02-17' as vintage, false as is_default, least(obs_value, 100) as coverage, 100 - least(obs_value, 100) as gap_pp, time_period = 2020 as is_latest,
            'SI_COV_' || contingency as series_code, repeat('ab', 32) as snapshot_sha256, 'national' as source_detail
        from v;

        update indicators.coverage set flags = 'stale', time_period = 2012 where ref_area = 'URY' and is_default;

        create or replace table indicators.income_group as select v.ref_area, v.income_group, 2024::smallint as income_year from (values ('KEN', 'LMC'), ('SEN', 'LMC'), ('DEU', 'HIC')) as v(ref_area, income_group);
        create or replace table indicators.progress as
        select 'TOTAL' as contingency, '_T' as sex, 'KEN' as ref_area, 2016::smallint as base_year, 10.4::double as base, 2020::smallint as latest_year, 10.1::double as latest,
            -0.08::double as pace, 8.99::double as pace_needed, 'limited' as status, 'Limited progress' as name_en, 'Progrès limités' as name_fr, 'Avance limitado' as name_es,
            'Less than half of what is needed.' as rule_en, 'Moins de la moitié.' as rule_fr, 'Menos de la mitad.' as rule_es;
        create or replace table indicators.rank as
        select v.set_code, v.set_kind, 'TOTAL' as contingency, '_T' as sex, 'KEN' as ref_area, 2020::smallint as time_period, v.best::bigint as best_rank, v.worst::bigint as worst_rank, v.countries::bigint as countries
        from (values ('LMC', 'income', 31, 33, 44), ('001', 'world', 156, 156, 180)) as v(set_code, set_kind, best, worst, countries);

        create or replace table indicators.peer as select v.rule_id, v.ref_area, v.peer, v.place::bigint as place from (values
            ('income', 'KEN', 'SEN', 1), ('income', 'KEN', 'CIV', 2), ('income', 'KEN', 'NOD', 3), ('region', 'KEN', 'SEN', 1), ('income', 'URY', 'SEN', 1)) as v(rule_id, ref_area, peer, place);
        create or replace table indicators.peer_rule as select v.rule_id, v.rule_id || ' name' as name_en, v.rule_id || ' nom' as name_fr, v.rule_id || ' nombre' as name_es,
            'By ' || v.rule_id || '.' as rule_en, 'Par ' || v.rule_id || '.' as rule_fr, 'Por ' || v.rule_id || '.' as rule_es
        from (values ('income'), ('region'), ('neighbour')) as v(rule_id);
        create or replace table indicators.peer_gap as select 'income' as rule_id, 'TOTAL' as contingency, '_T' as sex, 'KEN' as ref_area, 50.0::double as peer_median, 2::bigint as peers_with_value;

        create or replace table indicators.convention as select 'C102' as convention, 'Convention No. 102' as name_en, 'Convention n° 102' as name_fr, 'Convenio núm. 102' as name_es, v.*,
            null::date as ratified_on, date '2021-10-25' as as_of, false as is_list_complete, 'Not proven.' as list_basis
        from (values ('KEN', true, 2019::smallint, true), ('SEN', true, 1962::smallint, false), ('DEU', false, null::smallint, null)) as v(ref_area, is_in_list, ratified_year, is_verified);
        create or replace table indicators.c102_screen as select 'V' as part, 'Old age' as branch_en, 'Vieillesse' as branch_fr, 'Vejez' as branch_es, 5 as sort_order, 'OLDAGE' as contingency, 'KEN' as ref_area,
            2019::smallint as time_period, 13.2::double as coverage, 50.0::double as minimum, -36.8::double as margin, false as is_verified, true as is_latest;

        create or replace table indicators.package as select v.ref_area, 2024::smallint as time_period, 5::bigint as benefits, 4::bigint as benefits_known, 80.0::double as known_cost_share,
            v.cost::double as cost, v.gap::double as gap, v.gap_high::double as gap_high, v.no_data, v.gap_flags
        from (values ('KEN', 2.9, 2.7, 2.9, null, 'at_least'), ('SEN', 4.0, null, null, 'coverage_unknown', ''), ('URY', 6.0, 5.0, 5.0, null, '')) as v(ref_area, cost, gap, gap_high, no_data, gap_flags);
        create or replace table indicators.package_group as select v.ref_area, 2024::smallint as time_period, v.gap::double as gap, v.gap_high::double as gap_high, '' as flags, v.no_data
        from (values ('LMC', 1.2, 1.5, null), ('202', null, null, 'fewer_than_3_countries')) as v(ref_area, gap, gap_high, no_data);
        update reference.package_parameter set value = '5' where parameter_id = 'child_age_to';
        create or replace table indicators.package_figure as select 'KEN' as ref_area, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage union all select 'KEN', 'parameter', null;
        create or replace table indicators.package_benefit as select 'KEN' as ref_area, v.benefit, v.persons::double as persons, v.cost::double as cost, v.coverage::double as coverage, v.year::smallint as coverage_year, v.gap::double as gap
        from (values ('child', 7.1e6, 0.87, 3.6, 2019, 0.84), ('disability', 1.6e6, 0.8, null, null, null)) as v(benefit, persons, cost, coverage, year, gap);

        create or replace table reference.fiscal_option as select v.option_id, v.number as option_number, v.option_id || ' name' as name_en, v.option_id || ' nom' as name_fr, v.option_id || ' nombre' as name_es,
            'median of others' as rule_en, 'médiane des autres' as rule_fr, 'mediana de los otros' as rule_es, 'Mind this.' as note_en, 'À noter.' as note_fr, 'A tener en cuenta.' as note_es
        from (values ('contributions', '1'), ('tax', '2'), ('illicit_flows', '3'), ('reserves', '5'), ('macro', '7')) as v(option_id, number);
        create or replace table indicators.fiscal_option as select v.ref_area, v.option_id, v.number as option_number, if(v.option_id = 'reserves', 'stock', 'flow') as stock_or_flow, 2023::smallint as time_period,
            v.headline::double as headline, case v.option_id when 'reserves' then 'MO' when 'macro' then 'PT_A' else 'PT_GDP' end as headline_unit, v.benchmark::double as benchmark, 44::bigint as peers,
            v.potential::double as potential, if(v.option_id = 'reserves', v.potential / 10, v.potential)::double as potential_a_year, v.low::double as share_of_gap_low, v.high::double as share_of_gap_high,
            v.signal, null::double as balance, '' as headline_flags, v.flags, v.no_data
        from (values
            ('KEN', 'contributions', 1, 0.5, 2.2, 1.7, 58.6, 63.0, null, 'withdrawn', null), ('KEN', 'tax', 2, 14.1, 14.0, 0.0, 0.0, 0.0, null, '', null),
            ('KEN', 'illicit_flows', 3, null, null, null, null, null, null, '', 'no_source_in_the_data'), ('KEN', 'reserves', 5, 4.3, 3.0, 2.6, 9.0, 9.6, null, '', null),
            ('KEN', 'macro', 7, 4.5, null, null, null, null, 'amber', '', 'no_amount_by_rule'),
            ('URY', 'contributions', 1, 0.00488, 2.2, 1.5, 30.0, 30.0, null, '', null),
            ('SEN', 'contributions', 1, 0.9, 2.2, 1.3, null, null, null, '', null), ('SEN', 'tax', 2, null, null, null, null, null, null, '', 'no_figure_within_five_years'),
            ('SEN', 'illicit_flows', 3, null, null, null, null, null, null, '', 'no_source_in_the_data'), ('SEN', 'reserves', 5, null, null, null, null, null, null, '', 'no_figure_within_five_years'),
            ('SEN', 'macro', 7, null, null, null, null, null, null, '', 'no_figure_within_five_years'))
            as v(ref_area, option_id, number, headline, benchmark, potential, low, high, signal, flags, no_data);
        create or replace table indicators.fiscal_figure as select 'contributions' as input_set, true as is_main, 'KEN' as ref_area, 'worldbank_wdi' as source_id, '2026-07' as vintage, 'GC.CON' as series_code;

        create or replace table indicators.aggregate_group as
        select v.group_code, 2020::smallint as time_period, v.iso3 from (values ('LMC', 'KEN'), ('LMC', 'SEN'), ('LMC', 'NOD'), ('202', 'KEN'), ('202', 'SEN'), ('202', 'CIV')) as v(group_code, iso3)
        union all select 'LIC', 2020::smallint, 'M' || lpad(i::varchar, 2, '0') from range(1, 12) as r(i);
        create or replace table indicators.aggregate as select 'LMC' as ref_area, 'TOTAL' as contingency, '_T' as sex, 2020::smallint as time_period, 24.9::double as coverage, 'withdrawn' as flags,
            40::bigint as countries_with_value, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage;

        insert into indicators.indicator_value by name
        with v(indicator_id, ref_area, time_period, contingency, obs_value, unit_measure, confidence) as (values
            ('coverage', 'KEN', 2020, 'TOTAL', 10.1, 'PT', 'B'), ('data_age', 'KEN', 2020, 'TOTAL', 2.0, 'YR', 'A'), ('social_protection_expenditure', 'KEN', 2019, '_Z', 2.4, 'PT_GDP', 'A'),
            ('social_protection_expenditure', 'KEN', 2020, '_Z', 3.4, 'PT_GDP', 'A'), ('package_gap_of_revenue', 'KEN', 2024, '_Z', 15.6, 'PT_GOV_REV', 'C'),
            ('package_gap_of_expenditure', 'KEN', 2024, '_Z', 11.7, 'PT_GOV_EXP', 'C'), ('package_gap_child_of_revenue', 'KEN', 2024, '_Z', 4.8, 'PT_GOV_REV', 'C'))
        select *, '_T' as sex, '' as flags, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, 'S' as series_code, time_period as source_time_period, repeat('ab', 32) as snapshot_sha256
        from v;
        """;
}

/// <summary>The dashboard over a warehouse that has what the pages about countries read.</summary>
public sealed class CountryDashboard : IAsyncLifetime
{
    private readonly Dashboard dashboard = new();

    public async ValueTask InitializeAsync()
    {
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage, CountryWarehouseSql.Text);
        await dashboard.InitializeAsync();
    }

    /// <summary>The file that is published, for statements of a test's own.</summary>
    public string File => dashboard.Warehouse.Folder.FileOf(SmallWarehouse.Vintage(SmallWarehouse.SecondVintage));

    public Task<HttpResponseMessage> Get(string url, params ReadOnlySpan<(string Name, string Value)> headers) => dashboard.Get(url, headers);

    public Task<string> Text(string url) => dashboard.Text(url);

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();
}
