using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.State;

/// <summary>The codes one published vintage knows: what a URL may ask for.</summary>
public sealed class Vocabulary
{
    private const string AreasSql = """
        select ref_area as RefArea, kind as Kind, name_en as NameEn, name_fr as NameFr, name_es as NameEs,
            ref_area in (select distinct ref_area from indicators.coverage) as HasCoverage
        from indicators.ref_area
        """;

    private readonly Dictionary<string, Area> areas;
    private readonly HashSet<string> contingencies;
    private readonly Dictionary<string, ReleaseKey> releases;

    public Vocabulary(IEnumerable<Area> areas, IEnumerable<string> contingencies, IEnumerable<ReleaseKey> releases)
    {
        this.areas = areas.ToDictionary(area => area.RefArea);
        this.contingencies = [.. contingencies];
        this.releases = releases.ToDictionary(release => release.ToString());
    }

    /// <summary>Countries, groups and the world, by code.</summary>
    public IReadOnlyDictionary<string, Area> Areas => areas;

    public static Vocabulary Of(WarehouseSession session) => new(
        session.Query<Area>(AreasSql),
        session.Query<string>("select contingency from indicators.contingency"),
        session.Query<(string, string)>("select source_id, vintage from indicators.release").Select(r => new ReleaseKey(r.Item1, r.Item2)));

    public bool HasContingency(string code) => contingencies.Contains(code);

    public ReleaseKey? Release(string text) => releases.TryGetValue(text, out var release) ? release : null;
}
