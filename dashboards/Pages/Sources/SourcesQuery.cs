using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Sources;

/// <summary>The sources of a vintage, whose figures they are and what reuse asks for.</summary>
internal static class SourcesQuery
{
    private const string Sql = """
        select
            s.source_id as SourceId, s.producer as Producer, s.title as Title, s.title_fr as TitleFr, s.title_es as TitleEs,
            s.licence as Licence, s.attribution as Attribution,
            n.vintage as Vintage, n.released_on as ReleasedOn, n.released_on_precision as Precision
        from indicators.source as s
        join indicators.snapshot as n on n.source_id = s.source_id
        order by s.producer, s.title, n.released_on desc, n.vintage desc
        """;

    public static IReadOnlyList<Source> Run(WarehouseSession session) =>
        [.. session.Query<Row>(Sql).GroupBy(row => row.SourceId).Select(rows => new Source(
            rows.First(), [.. rows.Select(row => (row.Vintage, RoughDate.Of(row.ReleasedOn, row.Precision)))]))];

    /// <param name="Releases">Newest first.</param>
    public sealed record Source(Row Card, IReadOnlyList<(string Vintage, RoughDate Released)> Releases);

    public sealed record Row(
        string SourceId, string Producer, string Title, string TitleFr, string TitleEs, string Licence, string? Attribution,
        string Vintage, DateOnly ReleasedOn, string Precision)
    {
        public string TitleIn(Language language) => language.Pick(Title, TitleFr, TitleEs);
    }
}
