using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>The catalogue: what each indicator means, in the language asked for.</summary>
internal static class IndicatorsQuery
{
    internal const string Sql = """
        select
            indicator_id as IndicatorId,
            case $lang when 'fr' then title_fr when 'es' then title_es else title_en end as Title,
            case $lang when 'fr' then definition_fr when 'es' then definition_es else definition_en end as Definition,
            formula as Formula, unit_measure as UnitMeasure,
            case $lang when 'fr' then unit_fr when 'es' then unit_es else unit_en end as Unit,
            direction as Direction, topic as Topic,
            case $lang when 'fr' then caveats_fr when 'es' then caveats_es else caveats_en end as Caveats,
            sources as Sources
        from indicators.indicator
        order by indicator_id
        """;

    public static IReadOnlyList<Row> Run(WarehouseSession session, Language language) => session.Query<Row>(Sql, new { lang = language.Code });

    /// <param name="Formula">In words and signs, in English.</param>
    /// <param name="Direction">up: more is better; down: less is better.</param>
    /// <param name="Sources">Source ids between commas.</param>
    /// <summary>One indicator of the catalogue, in the language asked for.</summary>
    public sealed record Row(
        string IndicatorId, string Title, string Definition, string Formula, string UnitMeasure, string Unit,
        string Direction, string Topic, string Caveats, string Sources);
}
