using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Reforms;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>The charts on the page of a country.</summary>
internal sealed class CountryCharts(PageView view, CountryWords words, Area country, Release release)
{
    private static readonly double[] Bounds = [0, 10, 25, 50, 75, 90, 100];

    private string Name => country.NameIn(view.State.Language);

    /// <summary>Colours of a gap in points, as on the maps.</summary>
    internal static IReadOnlyList<ChartBin> GapBins(PageView view) => ChartBins.Between(Bounds, "gap", (from, to) =>
        view.T["bin.range", view.Format.Number(from, 0), view.Format.Number(to, 0)]);

    /// <summary>Which contingency leaves most out; those without a figure stand at the end and say so.</summary>
    public ChartSpec LeftOut(IReadOnlyList<CountryContingency> lines)
    {
        var bins = GapBins(view);
        var marks = ChartMarks.Ranked(lines.Select(line => new ChartMark
        {
            RefArea = line.Contingency.Code,
            Label = line.Contingency.ShortIn(view.State.Language),
            Value = line.Row?.GapPp,
            ValueLabel = view.Format.Points(line.Row?.GapPp),
            Keys = [line.Row is { } published ? ValueKey.Of(published, Measure.Gap)
                : ValueKey.Of(Measure.Gap, country.RefArea, line.Contingency.Code == "MATERNITY" ? "F" : "_T", line.Contingency.Code, release.Key)],
            TimePeriod = line.Row?.TimePeriod,
            Bin = ChartBins.KeyOf(bins, line.Row?.GapPp),
            Flags = line.Row?.FlagList ?? [],
            Tooltip = line.Row is { } row ? [line.Contingency.ShortIn(view.State.Language), .. words.Coverage.Tooltip(row)] : [line.Contingency.ShortIn(view.State.Language), view.T["chart.nodata"]],
            Href = Urls.Indicator(view.State with
            {
                Contingency = line.Contingency.Code, Sex = line.Contingency.Code == "MATERNITY" ? "F" : "_T", Countries = new([country.RefArea]), Release = null, MembersOf = null,
            }),
        }));
        var known = marks.Where(mark => mark.Value is not null).ToList();
        return Spec("left-out", ChartKind.Ranking, marks) with
        {
            IsBars = true,
            Title = view.T["country.left-out.title", Name, Years(lines.Select(line => line.Row).OfType<CoverageRow>())],
            Subtitle = view.T["country.left-out.subtitle"],
            Unit = view.T["measure.gap.unit"],
            Bins = bins,
            Values = ChartAxis.Percent(25),
            Summary = known.Count == 0 ? view.T["summary.none"]
                : view.T["country.left-out.summary", view.Format.AfterColon(known[0].Label), known[0].ValueLabel, view.Format.AfterColon(known[^1].Label), known[^1].ValueLabel, view.Format.Whole(marks.Count - known.Count)],
        };
    }

    public IReadOnlyList<ChartColumn> LeftOutColumns(IReadOnlyList<CountryContingency> lines)
    {
        var byCode = lines.ToDictionary(line => line.Contingency.Code);
        ChartColumn Column(string key, Func<CoverageRow, string?> cell, bool number = false) =>
            new(view.T[key], mark => byCode[mark.RefArea].Row is { } row ? cell(row) : null) { IsNumber = number };
        return
        [
            new(view.T["column.contingency"], mark => mark.Label) { HeadsRow = true },
            Column("column.year", row => Formats.Year(row.TimePeriod), number: true),
            Column("column.gap", row => view.Format.Points(row.GapPp), number: true),
            Column("column.people", row => view.Format.People(row.PeopleUncovered) ?? view.T["column.people.none"], number: true),
            Column("column.flags", row => words.Coverage.Flags(row) is { Length: > 0 } flags ? flags : "–"),
            Column("column.source", words.Source),
        ];
    }

    /// <summary>Any benefit over the years, with what was reformed and ratified around them.</summary>
    public ChartSpec Trend(CoverageTrend trend, IReadOnlyList<CoverageTrend.Line> lines, IReadOnlyList<ChartEvent> events)
    {
        var spec = trend.Spec("trend", view.T["country.trend.title", Name, Span(lines)], view.T["line.subtitle"], lines, []);
        // One or two points alone say little: there is room around them.
        var last = (int)(lines.Count == 0 ? spec.Years!.Max : lines.Max(line => (int)line.Rows[^1].TimePeriod));
        var roomy = spec with { Years = ChartAxis.OfYears(Math.Min((int)spec.Years!.Min, last - AreaEvents.FewestYears), last), Footer = Sources(lines) };
        return AreaEvents.On(view, roomy, events, mayWiden: true);
    }

    public ChartSpec Spending(IReadOnlyList<ValueRow> rows)
    {
        var years = rows.Select(row => (int)row.TimePeriod).ToList();
        var unit = rows[0].UnitMeasure;
        var marks = rows.Select(row => new ChartMark
        {
            RefArea = row.RefArea,
            Label = Name,
            Value = row.ObsValue,
            ValueLabel = words.Values.Say(row.ObsValue, row.UnitMeasure),
            Keys = [ValueKey.Of(row)],
            TimePeriod = row.TimePeriod,
            Series = row.SourceId,
            Flags = row.FlagList,
            Tooltip = words.Values.Tooltip(row),
        }).ToList();
        return Spec("spending", ChartKind.Line, marks) with
        {
            Title = view.T["country.spending.title", Name, Formats.Year(years.Min()), Formats.Year(years.Max())],
            Unit = view.T["fiscal.unit"],
            Series = [.. rows.Select(row => row.SourceId).Distinct().Select((source, i) => new ChartSeries(source, Name, $"series-{i + 3}"))],
            Values = ChartAxis.Round(0, rows.Max(row => row.ObsValue), at => words.Values.Tick(at, unit)),
            Years = ChartAxis.OfYears(years.Min(), Math.Max(years.Max(), years.Min() + 1)),
            Summary = view.T["summary.line", Name, Formats.Year(years[0]), marks[0].ValueLabel, Formats.Year(years[^1]), marks[^1].ValueLabel],
            Footer = [new(words.Values.Source(rows[^1]), view.T["footer.source"], Urls.Sources(view.State))],
        };
    }

    public IReadOnlyList<ChartColumn> SpendingColumns(IReadOnlyList<ValueRow> rows)
    {
        var byYear = rows.ToLookup(row => (row.SourceId, (int?)row.TimePeriod));
        ChartColumn Column(string key, Func<ValueRow, string?> cell) => new(view.T[key], mark => byYear[(mark.Series!, mark.TimePeriod)].Select(cell).FirstOrDefault());
        return
        [
            new(view.T["column.year"], mark => Formats.Year(mark.TimePeriod!.Value)) { HeadsRow = true },
            new(view.T["country.spending.column"], mark => mark.ValueLabel) { IsNumber = true },
            Column("column.flags", row => words.Values.Flags(row) is { Length: > 0 } flags ? flags : "–"),
            Column("column.source", words.Values.Source),
        ];
    }

    private ChartSpec Spec(string id, ChartKind kind, IReadOnlyList<ChartMark> marks) => new()
    {
        Id = id, Kind = kind, Title = "", Unit = "", Summary = "", Marks = marks, Flags = words.Coverage.DrawnFlags, Footer = Footer(), Words = words.Coverage.ChartWords,
    };

    /// <summary>Every release that has a line, and why two of them are never joined.</summary>
    private List<ChartFooterLine> Sources(IReadOnlyList<CoverageTrend.Line> lines)
    {
        var names = lines.Select(line => words.Coverage.Name(line.Rows[0].SourceId, line.Rows[0].Vintage)).ToList();
        return names.Count < 2 ? Footer() :
        [
            new(view.Format.Listed(names) + " · " + view.T["licence.line"], view.T["footer.source"], Urls.Sources(view.State)),
            new(view.T["note.releases"], view.T["footer.note"]),
        ];
    }

    private List<ChartFooterLine> Footer() => [new(words.Coverage.Name(release) + " · " + view.T["licence.line"], view.T["footer.source"], Urls.Sources(view.State))];

    private static string Years(IEnumerable<CoverageRow> rows) => Span([.. rows.Select(row => (int)row.TimePeriod)]);

    private static string Span(IReadOnlyList<CoverageTrend.Line> lines) => Span([.. lines.SelectMany(line => line.Rows).Select(row => (int)row.TimePeriod)]);

    private static string Span(List<int> years) => years.Count == 0 ? "–"
        : years.Min() == years.Max() ? Formats.Year(years.Max()) : $"{Formats.Year(years.Min())}–{Formats.Year(years.Max())}";
}
