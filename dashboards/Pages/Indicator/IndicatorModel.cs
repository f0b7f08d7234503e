using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Reforms;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Indicator;

/// <summary>Everything the indicator page shows: one contingency, sex, measure, year and release.</summary>
public sealed class IndicatorModel
{
    private IndicatorModel()
    {
    }

    public required CoverageWords Words { get; init; }

    public required IReadOnlyList<Contingency> Contingencies { get; init; }

    public required Contingency Contingency { get; init; }

    public required IReadOnlyList<Release> Releases { get; init; }

    public required Release Release { get; init; }

    public required IReadOnlyList<CoverageRow> Rows { get; init; }

    /// <summary>What this release took back of the one before, by country as the reader's language spells it.</summary>
    public required IReadOnlyList<WithdrawnFigure> Withdrawn { get; init; }

    public required ChartSpec Map { get; init; }

    public required ChartSpec Ranking { get; init; }

    public required ChartSpec Line { get; init; }

    public required IReadOnlyList<ChartColumn> AreaColumns { get; init; }

    public required IReadOnlyList<ChartColumn> LineColumns { get; init; }

    public static IndicatorModel Read(PageView view)
    {
        var state = view.State;
        var contingencies = CoverageQuery.Contingencies(view.Session);
        var contingency = contingencies.First(c => c.Code == state.Contingency);
        var releases = CoverageQuery.Releases(view.Session);
        // Releases of the world and of groups alone have nothing to put on a map of countries.
        var release = releases.FirstOrDefault(r => r.Key == state.Release) ?? releases.First(r => r.IsDefault);
        var year = state.Time.Last ?? release.LastYear;
        var rows = CoverageQuery.OfAreas(view.Session, release.Key, contingency.Code, state.Sex, year, state.MaxAge);
        var charts = new CoverageCharts(view, release, contingency, state.Measure, year);
        var lines = Lines(view, release, contingency);
        var trend = new CoverageTrend(view, state.Measure);
        var ranking = charts.Ranking("ranking", rows);
        var words = new CoverageWords(view, state.Measure);
        return new IndicatorModel
        {
            Words = words,
            Contingencies = contingencies,
            Contingency = contingency,
            Releases = [.. releases.Where(r => r.Countries > 0 || r == release)],
            Release = release,
            Rows = rows,
            Withdrawn =
            [
                .. CoverageQuery.Withdrawn(view.Session, release.Key, contingency.Code, state.Sex)
                    .OrderBy(f => FoldedText.Of(words.NameOf(f.RefArea)), StringComparer.Ordinal).ThenBy(f => f.TimePeriod),
            ],
            Map = charts.Map("map", rows),
            Ranking = ranking,
            Line = AreaEvents.OnChosen(
                view, trend.Spec("line", LineTitle(view, contingency, lines), view.T["line.subtitle", LineLayout.Rule(view.Format)], lines, ranking.Footer), [.. lines.Select(line => line.Rows[0].RefArea)], contingency.Code, contingencies),
            AreaColumns = charts.Columns(rows),
            LineColumns = trend.Columns(lines),
        };
    }

    private static List<CoverageTrend.Line> Lines(PageView view, Release release, Contingency contingency)
    {
        var state = view.State;
        IReadOnlyList<string> areas = state.Countries.Count > 0 ? state.Countries : [release.SourceId == "unsd_sdg" ? "001" : "X01"];
        var rows = CoverageQuery.OfYears(view.Session, release.Key, contingency.Code, state.Sex, areas)
            .Where(r => (state.Time.First is not { } first || !state.Time.IsRange || r.TimePeriod >= first)
                && (state.Time.Last is not { } last || !state.Time.IsRange || r.TimePeriod <= last))
            .ToLookup(r => r.RefArea);
        var words = new CoverageWords(view, state.Measure);
        return [.. areas.Where(rows.Contains).Select((area, i) => new CoverageTrend.Line([.. rows[area]], words.NameOf(area), Colour: i + 1))];
    }

    private static string LineTitle(PageView view, Contingency contingency, List<CoverageTrend.Line> lines)
    {
        var measure = view.T[$"measure.{Urls.NameOf(view.State.Measure)}"];
        return lines.Count == 0
            ? view.T["line.title.none", measure, view.Format.AfterColon(contingency.ShortIn(view.State.Language))]
            : view.T["line.title", measure, view.Format.AfterColon(contingency.ShortIn(view.State.Language)), string.Join(", ", lines.Select(l => l.Label)),
                Formats.Year(lines.Min(l => l.Rows[0].TimePeriod)), Formats.Year(lines.Max(l => l.Rows[^1].TimePeriod))];
    }
}
