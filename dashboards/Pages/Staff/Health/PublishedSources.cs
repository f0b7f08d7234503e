using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Staff.Health;

/// <summary>What the published file tells of its sources: title, newest release, and how many checks warn.</summary>
internal static class PublishedSources
{
    private const string Sql = """
        select s.source_id as SourceId, s.title as TitleEn, s.title_fr as TitleFr, s.title_es as TitleEs,
            n.released_on as ReleasedOn, n.released_on_precision as Precision
        from indicators.source as s
        join indicators.snapshot as n on n.source_id = s.source_id
        qualify row_number() over (partition by s.source_id order by n.released_on desc, n.vintage desc) = 1
        """;

    public static (IReadOnlyDictionary<string, Row> Sources, int? FailedChecks) Read(PublishedWarehouse warehouse)
    {
        using var session = warehouse.TryOpen();
        return session is null
            ? (new Dictionary<string, Row>(), null)
            : (session.Query<Row>(Sql).ToDictionary(row => row.SourceId),
                (int)session.Query<long>("select count(*) from meta.check_result where not passed")[0]);
    }

    public sealed record Row(string SourceId, string TitleEn, string TitleFr, string TitleEs, DateOnly ReleasedOn, string Precision)
    {
        public RoughDate Released => RoughDate.Of(ReleasedOn, Precision);

        public string TitleIn(Language language) => language.Pick(TitleEn, TitleFr, TitleEs);
    }
}
