using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Charts;

/// <summary>A value of a line, placed in percent of the drawing from its top left corner.</summary>
public sealed record LinePoint(ChartMark Mark, double X, double Y);

/// <summary>One line: its points in the order of years, and the pairs of them that are joined.</summary>
public sealed record LineTrace(
    ChartSeries Series, IReadOnlyList<LinePoint> Points, IReadOnlyList<(LinePoint From, LinePoint To)> Segments);

/// <summary>Where the points of a line chart stand and which of them are joined.</summary>
public sealed class LineLayout
{
    /// <summary>
    /// Two values of a series are joined when nothing was published between them and they are at most so many years
    /// apart. Coverage is published every one to three years; a line across a longer silence would be our invention.
    /// </summary>
    public const int MostYearsJoined = 3;

    /// <summary>The same as a chart's subtitle says it.</summary>
    internal static string Rule(Formats format) => format.Whole(MostYearsJoined);

    private LineLayout(ChartSpec spec)
    {
        var marks = spec.Marks.Where(mark => mark is { TimePeriod: not null, Series: not null }).ToLookup(mark => mark.Series);
        var drawn = spec.Marks.Where(mark => mark is { TimePeriod: not null, Value: not null }).ToList();
        Values = (spec.Values ?? ChartAxis.Percent()).Covering(drawn.Select(mark => mark.Value!.Value));
        var years = drawn.Select(mark => mark.TimePeriod!.Value).DefaultIfEmpty(0).ToList();
        Years = (spec.Years ?? ChartAxis.OfYears(years.Min(), years.Max())).Covering(drawn.Select(mark => (double)mark.TimePeriod!.Value));
        Traces = [.. spec.Series.Select(series => Trace(series, [.. marks[series.Key].OrderBy(mark => mark.TimePeriod)]))];
        Labels = LineLabel.Spread(Traces);
        Events = LineEvent.Place(spec.Events, Years);
    }

    public ChartAxis Values { get; }

    public ChartAxis Years { get; }

    public IReadOnlyList<LineTrace> Traces { get; }

    /// <summary>Names at the ends of the lines; none where they would not all fit, and the legend names the lines.</summary>
    public IReadOnlyList<LineLabel> Labels { get; }

    /// <summary>Signs of the events within the years that are drawn; the other events are in the list and the table only.</summary>
    public IReadOnlyList<LineEvent> Events { get; }

    public static LineLayout Of(ChartSpec spec) => new(spec);

    private LineTrace Trace(ChartSeries series, IReadOnlyList<ChartMark> marks)
    {
        // A mark without a value is a year known to be missing: it is not drawn, and nothing is joined across it.
        var placed = marks.Select(mark => mark.Value is null ? null : Point(mark)).ToList();
        var pairs = placed.Zip(placed.Skip(1));
        return new LineTrace(
            series,
            [.. placed.OfType<LinePoint>()],
            [.. pairs.Where(pair => AreJoined(pair.First, pair.Second)).Select(pair => (pair.First!, pair.Second!))]);
    }

    private LinePoint Point(ChartMark mark) =>
        new(mark, Years.ShareOf(mark.TimePeriod!.Value), 100 - Values.ShareOf(mark.Value!.Value));

    private static bool AreJoined(LinePoint? from, LinePoint? to) =>
        from is not null && to is not null && to.Mark.TimePeriod - from.Mark.TimePeriod <= MostYearsJoined;
}
