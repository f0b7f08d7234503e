using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Sources;

/// <summary>The sources of a vintage, whose figures they are and what reuse asks for.</summary>
internal static class SourcesQuery
{
    private const string Sql = """
        select
            s.producer as Producer, s.title as Title, s.licence as Licence, s.attribution as Attribution,
            string_agg(n.vintage, '|' order by n.released_on desc, n.vintage desc) as Vintages
        from indicators.source as s
        join indicators.snapshot as n on n.source_id = s.source_id
        group by all
        order by Producer, Title
        """;

    public static IReadOnlyList<Row> Run(WarehouseSession session) => session.Query<Row>(Sql);

    /// <param name="Vintages">Newest first, between bars.</param>
    public sealed record Row(string Producer, string Title, string Licence, string? Attribution, string Vintages);
}
