using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Overview;

/// <summary>Everything the overview shows, read in one go from one vintage.</summary>
internal sealed class OverviewModel
{
    private const string AnyBenefit = "TOTAL";
    private const string World = "X01";

    /// <summary>World first, then income groups from low to high, as the ILO codes them.</summary>
    private static readonly string[] TrendAreas = [World, "X02", "X03", "X04", "X05"];

    private OverviewModel()
    {
    }

    public required CoverageWords Words { get; init; }

    /// <summary>The release the map and the table are of.</summary>
    public required Release Default { get; init; }

    /// <summary>The newest World value; null when no release has one.</summary>
    public CoverageRow? WorldRow { get; private init; }

    /// <summary>The World value of the default release, when that is another one.</summary>
    public CoverageRow? WorldOfDefault { get; private init; }

    /// <summary>What the release of <see cref="WorldRow"/> says of the year of <see cref="WorldOfDefault"/>: how far the two differ in method.</summary>
    public CoverageRow? WorldOfSameYear { get; private init; }

    /// <summary>By contingency, the World value of a release newer than that of the table.</summary>
    public required IReadOnlyDictionary<string, NewerFigure> Newer { get; init; }

    public required NewerWords NewerWords { get; init; }

    public required ChartSpec Map { get; init; }

    public required IReadOnlyList<ChartColumn> MapColumns { get; init; }

    public required ChartSpec Trend { get; init; }

    public required IReadOnlyList<ChartColumn> TrendColumns { get; init; }

    public required IReadOnlyList<(Contingency Contingency, CoverageRow? Row)> Contingencies { get; init; }

    /// <summary>World values of women or men alone that are newer than the one in the table, which is of all persons.</summary>
    public required IReadOnlyList<CoverageRow> NewerOfOneSex { get; init; }

    public required OverviewQuery.Freshness Freshness { get; init; }

    public required IReadOnlyList<OverviewQuery.Warning> Warnings { get; init; }

    public static OverviewModel Read(PageView view)
    {
        var session = view.Session;
        var release = CoverageQuery.Releases(session).First(r => r.IsDefault);
        var contingencies = CoverageQuery.Contingencies(session);
        var total = contingencies.First(c => c.Code == AnyBenefit);
        var rows = CoverageQuery.OfAreas(session, release.Key, AnyBenefit, "_T", release.LastYear, view.State.MaxAge);
        var charts = new CoverageCharts(view, release, total, Measure.Gap, release.LastYear);
        var world = CoverageQuery.OfContingencies(session, release.Key, World).ToDictionary(r => r.Contingency);
        var newest = OverviewQuery.NewestWorld(session) is { } source ? new ReleaseKey(source.SourceId, source.Vintage) : release.Key;
        var lines = Lines(view, newest, release.Key);
        var trend = new CoverageTrend(view, Measure.Coverage);
        var worldRow = lines.FirstOrDefault(l => !l.IsSecondary && l.Rows[0].RefArea == World)?.Rows[^1];
        return new OverviewModel
        {
            Words = new CoverageWords(view, Measure.Coverage),
            Default = release,
            WorldRow = worldRow,
            WorldOfDefault = newest == release.Key ? null : world.GetValueOrDefault(AnyBenefit),
            WorldOfSameYear = world.GetValueOrDefault(AnyBenefit) is { } before && newest != release.Key
                ? lines[0].Rows.FirstOrDefault(row => row.RefArea == World && row.TimePeriod == before.TimePeriod) : null,
            Newer = NewerFigures.Of(session, World, world.GetValueOrDefault).SelectMany(newer => newer.Figures).DistinctBy(figure => figure.Row.Contingency).ToDictionary(figure => figure.Row.Contingency),
            NewerWords = new(view, contingencies),
            Map = charts.Map("map", rows),
            MapColumns = charts.Columns(rows),
            Trend = trend.Spec("trend", TrendTitle(view, lines), view.T["trend.subtitle"], lines, TrendFooter(view, newest, release.Key)),
            TrendColumns = trend.Columns(lines),
            Contingencies = [.. contingencies.Select(c => (c, world.GetValueOrDefault(c.Code)))],
            NewerOfOneSex = CoverageQuery.NewerOfOneSex(session, release.Key, World),
            Freshness = OverviewQuery.FreshnessOf(session),
            Warnings = OverviewQuery.WarningsOf(session),
        };
    }

    private static List<CoverageTrend.Line> Lines(PageView view, ReleaseKey newest, ReleaseKey earlier)
    {
        string Name(string area) => view.Vocabulary.Areas.TryGetValue(area, out var known) ? known.NameIn(view.State.Language) : area;
        var byArea = CoverageQuery.OfYears(view.Session, newest, AnyBenefit, "_T", TrendAreas).ToLookup(r => r.RefArea);
        var lines = TrendAreas.Where(byArea.Contains)
            .Select((area, i) => new CoverageTrend.Line([.. byArea[area]], Name(area), Colour: i + 1))
            .ToList();
        if (earlier != newest && CoverageQuery.OfYears(view.Session, earlier, AnyBenefit, "_T", [World]) is { Count: > 0 } before)
        {
            lines.Add(new CoverageTrend.Line(before, view.T["trend.earlier", Name(World), view.Format.OfVintage(earlier.Vintage)], IsSecondary: true, Colour: 1));
        }

        return lines;
    }

    private static string TrendTitle(PageView view, List<CoverageTrend.Line> lines)
    {
        var years = lines.SelectMany(l => l.Rows).Select(r => (int)r.TimePeriod).DefaultIfEmpty().ToList();
        return view.T["trend.title", Formats.Year(years.Min()), Formats.Year(years.Max())];
    }

    private static List<ChartFooterLine> TrendFooter(PageView view, ReleaseKey newest, ReleaseKey earlier)
    {
        var words = new CoverageWords(view, Measure.Coverage);
        string Name(ReleaseKey key) => words.Name(key.SourceId, key.Vintage);
        return
        [
            new(Name(newest) + (newest == earlier ? "" : "; " + Name(earlier)) + " · " + view.T["licence.line"], view.T["footer.source"], Urls.Sources(view.State)),
            new(view.T["note.releases"], view.T["footer.note"]),
        ];
    }
}
