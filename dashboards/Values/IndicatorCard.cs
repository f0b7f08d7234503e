using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Values;

/// <summary>What an indicator means, in the reader's language; the formula is in English, in words and signs.</summary>
public sealed class IndicatorCard
{
    public string IndicatorId { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>One or two sentences.</summary>
    public string Definition { get; init; } = "";

    /// <summary>For people: what a value is a number of ("per cent of GDP").</summary>
    public string Unit { get; init; } = "";

    /// <summary>For programs: <c>PT</c>, <c>PT_GDP</c>, <c>USD</c> … (<c>data/reference/unit.csv</c>).</summary>
    public string UnitMeasure { get; init; } = "";

    /// <summary><c>up</c>: more is better; <c>down</c>: less is; <c>none</c>.</summary>
    public string Direction { get; init; } = "";

    public string Topic { get; init; } = "";

    public string Formula { get; init; } = "";

    /// <summary>What a reader must know before using it; may be empty.</summary>
    public string Caveats { get; init; } = "";

    /// <summary>Ids of the sources it is made from, between commas.</summary>
    public string Sources { get; init; } = "";

    public IReadOnlyList<string> SourceIds => Sources.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The catalogue of one vintage, by topic and id.</summary>
    public static IReadOnlyList<IndicatorCard> All(WarehouseSession session, Language language) => session.List<IndicatorCard>(
        """
        select
            indicator_id as IndicatorId,
            case $lang when 'fr' then title_fr when 'es' then title_es else title_en end as Title,
            case $lang when 'fr' then definition_fr when 'es' then definition_es else definition_en end as Definition,
            case $lang when 'fr' then unit_fr when 'es' then unit_es else unit_en end as Unit,
            unit_measure as UnitMeasure, direction as Direction, topic as Topic, formula as Formula,
            case $lang when 'fr' then caveats_fr when 'es' then caveats_es else caveats_en end as Caveats,
            sources as Sources
        from indicators.indicator
        order by topic, indicator_id
        """,
        language.Code);

    /// <summary>Null for an id the vintage does not have.</summary>
    public static IndicatorCard? Find(WarehouseSession session, Language language, string indicatorId) =>
        All(session, language).FirstOrDefault(card => card.IndicatorId == indicatorId);
}
