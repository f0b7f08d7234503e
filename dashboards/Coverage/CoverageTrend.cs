using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>Lines over years: one for each area and release; two releases are two lines and are never joined.</summary>
public sealed class CoverageTrend(PageView view, Measure measure)
{
    private const int Colours = 6;
    private readonly CoverageWords words = new(view, measure);

    /// <summary>Rows of an area in one release, as one line.</summary>
    public sealed record Line(IReadOnlyList<CoverageRow> Rows, string Label, bool IsSecondary = false, int Colour = 0);

    public ChartSpec Spec(string id, string title, string? subtitle, IReadOnlyList<Line> lines, IReadOnlyList<ChartFooterLine> footer)
    {
        var drawn = lines.Where(l => l.Rows.Any(r => words.ValueOf(r) is not null)).ToList();
        var years = drawn.SelectMany(l => l.Rows).Select(r => (int)r.TimePeriod).DefaultIfEmpty(view.State.Time.Last ?? TimeSelection.FirstYear).ToList();
        return new ChartSpec
        {
            Id = id,
            Kind = ChartKind.Line,
            Title = title,
            Subtitle = subtitle,
            Unit = words.Unit,
            Summary = drawn.Count == 0 ? view.T["summary.none"] : string.Join(" ", drawn.Select(Say)),
            Marks = [.. drawn.SelectMany((line, i) => line.Rows.Where(r => words.ValueOf(r) is not null).Select(row => Mark(row, Key(i))))],
            Series = [.. drawn.Select((line, i) => new ChartSeries(Key(i), line.Label, $"series-{((line.Colour > 0 ? line.Colour - 1 : i) % Colours) + 1}", line.IsSecondary))],
            Flags = words.DrawnFlags,
            Values = measure == Measure.People ? Persons(drawn) : ChartAxis.Percent(),
            Years = ChartAxis.OfYears(years.Min(), Math.Max(years.Max(), years.Min() + 1)),
            Footer = footer,
            Words = words.ChartWords,
        };
    }

    /// <summary>The table twin of the lines.</summary>
    public IReadOnlyList<ChartColumn> Columns(IReadOnlyList<Line> lines)
    {
        // A mark knows its area, year and series; the row behind it is found by reference to the same order.
        var drawn = lines.Where(l => l.Rows.Any(r => words.ValueOf(r) is not null)).ToList();
        var byMark = drawn.SelectMany((line, i) => line.Rows.Select(row => (Key: (Key(i), (int?)row.TimePeriod), row))).ToDictionary(p => p.Key, p => p.row);
        CoverageRow? RowOf(ChartMark mark) => byMark.GetValueOrDefault((mark.Series!, mark.TimePeriod));
        return
        [
            new(view.T["column.area"], mark => mark.Label) { HeadsRow = true },
            new(view.T["column.year"], mark => mark.TimePeriod is { } y ? Formats.Year(y) : null) { IsNumber = true },
            new(view.T[$"measure.{Urls.NameOf(measure)}"], mark => mark.ValueLabel) { IsNumber = true },
            new(view.T["column.flags"], mark => RowOf(mark) is { } row && words.Flags(row) is { Length: > 0 } flags ? flags : "–"),
            new(view.T["column.source"], mark => RowOf(mark) is { } row ? $"{words.SourceOf(row.SourceId)}, {row.SeriesCode}, {view.Format.Vintage(row.Vintage)}" : null),
        ];
    }

    private static string Key(int line) => $"s{line + 1}";

    private ChartMark Mark(CoverageRow row, string series) => new()
    {
        RefArea = row.RefArea,
        Label = words.NameOf(row.RefArea),
        Value = words.ValueOf(row),
        ValueLabel = words.Say(words.ValueOf(row)),
        Keys = [ValueKey.Of(row, measure)],
        TimePeriod = row.TimePeriod,
        Series = series,
        Flags = row.FlagList,
        Tooltip = words.Tooltip(row),
    };

    private string Say(Line line)
    {
        var points = line.Rows.Where(row => words.ValueOf(row) is not null).Select(row => new TrendPoint(row.TimePeriod, words.ValueOf(row)!.Value, words.Say(words.ValueOf(row))!)).ToList();
        return TrendPoint.Summary(view.T, line.Label, points, change => measure == Measure.People ? view.Format.People(change) : view.Format.Points(change));
    }

    private ChartAxis Persons(List<Line> lines)
    {
        var most = lines.SelectMany(l => l.Rows).Max(r => r.PeopleUncovered) ?? 1;
        return new ChartAxis(0, most, [new(0, "0"), new(most / 2, view.Format.People(most / 2)), new(most, view.Format.People(most))]);
    }
}
