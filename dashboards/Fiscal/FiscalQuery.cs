using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Fiscal;

/// <summary>What pages read of the options of fiscal space and of the floor package they are held against.</summary>
public static class FiscalQuery
{
    /// <summary>In the order of the handbook.</summary>
    public static IReadOnlyList<FiscalOptionText> Texts(WarehouseSession session, Language language) => session.List<FiscalOptionText>(
        """
        select o.option_id as OptionId, o.option_number::integer as Number,
            case $lang when 'fr' then o.name_fr when 'es' then o.name_es else o.name_en end as Name,
            case $lang when 'fr' then o.rule_fr when 'es' then o.rule_es else o.rule_en end as Rule,
            case $lang when 'fr' then o.note_fr when 'es' then o.note_es else o.note_en end as Note,
            case $lang when 'fr' then i.definition_fr when 'es' then i.definition_es else i.definition_en end as Definition
        from reference.fiscal_option as o
        left join indicators.indicator as i on i.indicator_id = 'fiscal_' || o.option_id
        order by o.option_number::integer, o.option_id
        """,
        language.Code);

    /// <summary>All options of one country, or of all for "".</summary>
    public static IReadOnlyList<FiscalOption> Options(WarehouseSession session, string area) => session.Query<FiscalOption>(
        """
        with figure as (
            select input_set, ref_area, any_value(source_id) as source_id, any_value(vintage) as vintage, any_value(series_code) as series_code
            from indicators.fiscal_figure
            where is_main and ($area = '' or ref_area = $area)
            group by all
        )

        select o.ref_area as RefArea, o.option_id as OptionId, o.option_number as Number, o.stock_or_flow as StockOrFlow,
            o.time_period as TimePeriod, o.headline as Headline, o.headline_unit as HeadlineUnit, o.benchmark as Benchmark, o.peers as Peers,
            o.potential as Potential, o.potential_a_year as PotentialAYear, o.share_of_gap_low as ShareOfGapLow, o.share_of_gap_high as ShareOfGapHigh,
            o.signal as Signal, o.headline_flags as HeadlineFlags, o.flags as Flags, o.no_data as NoData,
            f.source_id as SourceId, f.vintage as Vintage, f.series_code as SeriesCode
        from indicators.fiscal_option as o
        left join figure as f on f.input_set = o.option_id and f.ref_area = o.ref_area
        where ($area = '' or o.ref_area = $area)
        order by o.ref_area, o.option_number, o.option_id
        """,
        new { area });

    /// <summary>The package of each country that has one.</summary>
    public static IReadOnlyList<FloorPackage> Packages(WarehouseSession session) => session.List<FloorPackage>(
        """
        select ref_area as RefArea, time_period as TimePeriod, benefits as Benefits, benefits_known as BenefitsKnown,
            known_cost_share as KnownCostShare, cost as Cost, gap as Gap, gap_high as GapHigh, no_data as NoData, gap_flags as GapFlags
        from indicators.package
        order by ref_area
        """);

    /// <summary>The gaps of groups: of their low- and middle-income members together.</summary>
    public static IReadOnlyList<FloorPackage> OfGroups(WarehouseSession session, IReadOnlyList<string> groups) => session.Query<FloorPackage>(
        """
        select ref_area as RefArea, time_period as TimePeriod, gap as Gap, gap_high as GapHigh, no_data as NoData, flags as GapFlags
        from indicators.package_group
        where list_contains(string_split($groups, '~'), ref_area)
        """,
        new { groups = string.Join('~', groups) });

    /// <summary>The benefits of a country's package, by cost.</summary>
    public static IReadOnlyList<FloorBenefit> Benefits(WarehouseSession session, string area) => session.Query<FloorBenefit>(
        """
        select b.benefit as Benefit, b.persons as Persons, b.cost as Cost, b.coverage as Coverage, b.coverage_year as CoverageYear, b.gap as Gap,
            upto.value::integer as AgeTo, since.value::integer as AgeFrom
        from indicators.package_benefit as b
        left join reference.package_parameter as upto on upto.parameter_id = b.benefit || '_age_to'
        left join reference.package_parameter as since on since.parameter_id = b.benefit || '_age_from'
        where b.ref_area = $area
        order by b.cost desc, b.benefit
        """,
        new { area });
}
