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

    /// <param name="standard">The release that is shown when none is asked for.</param>
    public Vocabulary(IEnumerable<Area> areas, IEnumerable<string> contingencies, IEnumerable<ReleaseKey> releases, ReleaseKey? standard = null)
    {
        StandardRelease = standard;
        this.areas = areas.ToDictionary(area => area.RefArea);
        this.contingencies = [.. contingencies];
        this.releases = releases.ToDictionary(release => release.ToString());
    }

    public ReleaseKey? StandardRelease { get; }

    /// <summary>Countries, groups and the world, by code.</summary>
    public IReadOnlyDictionary<string, Area> Areas => areas;

    public static Vocabulary Of(WarehouseSession session)
    {
        var releases = session.Query<(string SourceId, string Vintage, bool IsDefault)>("select source_id, vintage, is_default from indicators.release");
        return new Vocabulary(
            session.Query<Area>(AreasSql),
            session.Query<string>("select contingency from indicators.contingency"),
            releases.Select(r => new ReleaseKey(r.SourceId, r.Vintage)),
            releases.Where(r => r.IsDefault).Select(r => (ReleaseKey?)new ReleaseKey(r.SourceId, r.Vintage)).FirstOrDefault());
    }

    public bool HasContingency(string code) => contingencies.Contains(code);

    public ReleaseKey? Release(string text) => releases.TryGetValue(text, out var release) ? release : null;
}
