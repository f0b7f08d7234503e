using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>How a coverage value is said in the reader's language: in tooltips, tables and footers alike.</summary>
public sealed class CoverageWords(PageView view, Measure measure)
{
    /// <summary>Flags with a sign in the drawing; the others are said in the tooltip and the table.</summary>
    public IReadOnlyList<ChartFlag> DrawnFlags =>
    [
        new("capped", view.T["flag.capped"], ChartFlagShape.Square),
        new("older", view.T["flag.older"], ChartFlagShape.Ring),
        new("withdrawn", view.T["flag.withdrawn"], ChartFlagShape.Dot),
    ];

    /// <summary>The same, and old age, where a mark stands for now: over years, and in a year that was chosen, its own year says it.</summary>
    public IReadOnlyList<ChartFlag> FlagsOfNewest => [.. DrawnFlags, new("stale", view.T["flag.stale"], ChartFlagShape.Slash)];

    public ChartWords ChartWords => new()
    {
        NoData = view.T["chart.nodata"],
        Language = view.State.Language,
        Vintage = view.Session.Vintage,
        Page = view.Url(state => state with { Vintage = null }),
        ShowTable = view.T["chart.table"],
        ZoomIn = view.T["chart.zoomin"],
        ZoomOut = view.T["chart.zoomout"],
        ResetView = view.T["chart.reset"],
        KeyboardHint = view.T["chart.keyboard"],
    };

    public string Unit => view.T[$"measure.{Urls.NameOf(measure)}.unit"];

    /// <summary>The measure's value of a row; null where it is not known.</summary>
    public double? ValueOf(CoverageRow row) => measure switch
    {
        Measure.Coverage => row.Coverage,
        Measure.Gap => row.GapPp,
        _ => row.PeopleUncovered,
    };

    /// <summary>The value as people read it.</summary>
    public string? Say(double? value) => measure switch
    {
        Measure.Coverage => view.Format.Percent(value),
        Measure.Gap => view.Format.Points(value),
        _ => view.Format.People(value),
    };

    public string NameOf(string area) => view.Vocabulary.Areas.TryGetValue(area, out var known) ? known.NameIn(view.State.Language) : area;

    /// <summary>As published, to the last digit, when it is not what is shown.</summary>
    public string Published(CoverageRow row) =>
        row.ObsValue > 100 ? view.T["row.published", view.Format.Number(row.ObsValue, Decimals(row.ObsValue))] : "";

    /// <summary>
    /// What the head count is made with: agency, release and series of the reference population, which can be wider or
    /// narrower than the one the rate is published for.
    /// </summary>
    public string Population(CoverageRow row)
    {
        // "worldbank_wdi 2026-07: SP.POP.TOTL"
        if ((row.DenominatorSeries ?? "").Split([' ', ':'], 3) is not [var source, var vintage, var series])
        {
            return "";
        }

        var agency = source == "worldbank_wdi" ? view.T["source.worldbank"] : view.T["source.undesa"];
        return view.T["row.source", agency, view.Format.OfVintage(vintage), PopulationWords.In(view.T, series.Trim())];
    }

    /// <summary>All flags of a row in words.</summary>
    public string Flags(CoverageRow row) => view.Format.Listed(row.FlagList.Select(flag => flag == "withdrawn" && row.WithdrawnIn is { } gone
        ? view.T["flag.withdrawn.in", view.Format.OfVintage(gone)]
        : view.T[$"flag.{flag}"]));

    /// <summary>Heading, value, gap or coverage beside it, people, year and release, flags.</summary>
    public IReadOnlyList<string> Tooltip(CoverageRow row)
    {
        string?[] lines =
        [
            $"{NameOf(row.RefArea)}, {Languages.Formats.Year(row.TimePeriod)}",
            view.T["row.coverage", view.Format.Percent(row.Coverage)],
            Published(row),
            view.T["row.gap", view.Format.Points(row.GapPp)],
            row.PeopleUncovered is { } people ? view.T["row.people", view.Format.People(people)] : null,
            row.PeopleUncovered is null ? null : view.T["row.population", Population(row)],
            view.T["row.source", SourceOf(row.SourceId), view.Format.OfVintage(row.Vintage), row.SeriesCode],
            Flags(row),
            // A tooltip is one text of one language: it cannot mark a part as English, so it says so.
            row.CommentObs is { Length: > 0 } comment ? view.T["row.comment", comment] : null,
        ];
        return [.. lines.OfType<string>().Where(line => line.Length > 0)];
    }

    /// <summary>The agency behind a source id, short: what fits in a tooltip.</summary>
    public string SourceOf(string sourceId) => view.T[sourceId switch
    {
        IFileDrop.SourceId => "source.national",
        _ when sourceId.StartsWith("ilostat", StringComparison.Ordinal) => "source.ilo",
        _ => "source.unsd",
    }];

    /// <summary>A release by its date, or by the name its agency gave it.</summary>
    public string Name(string sourceId, string vintage) => view.T["release.name", SourceOf(sourceId), view.Format.OfVintage(vintage)];

    public string Name(Release release) => Name(release.SourceId, release.Vintage);

    /// <summary>Digits after the point that the published figure has, so that it can be compared to the source.</summary>
    private static int Decimals(double value) => Math.Min(8, (int)((decimal)value).Scale);
}
