using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Freshness;

/// <summary>How old the newest release of each source is, and what was read of it.</summary>
internal static class FreshnessQuery
{
    public static IReadOnlyList<Row> Run(WarehouseSession session, Language language) => session.Query<Row>(
        """
        select s.source_id as SourceId, s.producer as Producer,
            case $lang when 'fr' then s.title_fr when 'es' then s.title_es else s.title end as Title,
            n.vintage as Vintage, n.released_on as ReleasedOn, n.released_on_precision as Precision,
            n.retrieved_at as RetrievedAt, n.observations as Observations, n.rejected as Rejected,
            count(*) over (partition by s.source_id) as Releases
        from indicators.source as s
        join indicators.snapshot as n on n.source_id = s.source_id
        qualify row_number() over (partition by s.source_id order by n.released_on desc, n.vintage desc) = 1
        order by n.released_on desc, s.producer, s.title
        """,
        new { lang = language.Code });

    /// <param name="Vintage">Of the newest release; so the columns after it.</param>
    internal sealed record Row(
        string SourceId, string Producer, string Title, string Vintage, DateOnly ReleasedOn, string Precision,
        DateTime RetrievedAt, long? Observations, long? Rejected, long Releases)
    {
        public RoughDate Released => RoughDate.Of(ReleasedOn, Precision);
    }
}
