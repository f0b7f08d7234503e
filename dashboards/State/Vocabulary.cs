using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.State;

/// <summary>The codes one published vintage knows: what a URL may ask for, in any case.</summary>
public sealed class Vocabulary
{
    private const string AreasSql = """
        select ref_area as RefArea, kind as Kind, name_en as NameEn, name_fr as NameFr, name_es as NameEs,
            ref_area in (select distinct ref_area from indicators.coverage) as HasCoverage
        from indicators.ref_area
        """;

    private readonly Dictionary<string, Area> areas;
    private readonly Dictionary<string, string> contingencies;
    private readonly Dictionary<string, ReleaseKey> releases;
    private readonly Dictionary<string, string> indicators;

    /// <param name="standard">The release that is shown when none is asked for.</param>
    public Vocabulary(IEnumerable<Area> areas, IEnumerable<string> contingencies, IEnumerable<ReleaseKey> releases, ReleaseKey? standard = null, IEnumerable<string>? indicators = null)
    {
        StandardRelease = standard;
        this.areas = areas.ToDictionary(area => area.RefArea, StringComparer.OrdinalIgnoreCase);
        Contingencies = [.. contingencies];
        this.contingencies = Contingencies.ToDictionary(code => code, StringComparer.OrdinalIgnoreCase);
        Indicators = [.. indicators ?? []];
        this.indicators = Indicators.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);
        Releases = [.. releases];
        this.releases = Releases.ToDictionary(release => release.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    public ReleaseKey? StandardRelease { get; }

    /// <summary>Countries, groups and the world, by code.</summary>
    public IReadOnlyDictionary<string, Area> Areas => areas;

    /// <summary>The contingencies in the order of SDG 1.3.1.</summary>
    public IReadOnlyList<string> Contingencies { get; }

    /// <summary>The catalogue.</summary>
    public IReadOnlyList<string> Indicators { get; }

    /// <summary>The default release first, then the newest.</summary>
    public IReadOnlyList<ReleaseKey> Releases { get; }

    public static Vocabulary Of(WarehouseSession session)
    {
        var releases = session.Query<(string SourceId, string Vintage, bool IsDefault)>("select source_id, vintage, is_default from indicators.release order by is_default desc, released_on desc, source_id");
        return new Vocabulary(
            session.Query<Area>(AreasSql),
            session.Query<string>("select contingency from indicators.contingency order by sort_order"),
            releases.Select(r => new ReleaseKey(r.SourceId, r.Vintage)),
            releases.Where(r => r.IsDefault).Select(r => (ReleaseKey?)new ReleaseKey(r.SourceId, r.Vintage)).FirstOrDefault(),
            session.Query<string>("select indicator_id from indicators.indicator order by indicator_id"));
    }

    /// <summary>The code as the data spells it, for one in any case; null for none that is known. So for the next three.</summary>
    public string? Contingency(string text) => contingencies.GetValueOrDefault(text);

    public string? Indicator(string text) => indicators.GetValueOrDefault(text);

    public string? AreaCode(string text) => areas.TryGetValue(text, out var area) ? area.RefArea : null;

    public ReleaseKey? Release(string text) => releases.TryGetValue(text, out var release) ? release : null;
}
