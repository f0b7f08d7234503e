using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Country;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Compare;

/// <summary>The ranking of the chosen areas and their lines over the years.</summary>
internal sealed class CompareCharts(PageView view, CoverageWords words, ValueWords values, Release release)
{
    private string MeasureName => view.T[$"measure.{Urls.NameOf(view.State.Measure)}"];

    public ChartSpec Ranking(Contingency contingency, IReadOnlyList<string> areas, IReadOnlyDictionary<(string Area, string Contingency), CompareCell> cells)
    {
        var bins = view.State.Measure == Measure.Gap ? CountryCharts.GapBins(view) : [];
        var marks = ChartMarks.Ranked(
            areas.Select(area => (Area: area, Cell: cells[(area, contingency.Code)])).Select(pair => new ChartMark
            {
                RefArea = pair.Area,
                Label = values.NameOf(pair.Area),
                Value = pair.Cell.Value,
                ValueLabel = pair.Cell.Value is null ? null : pair.Cell.Said,
                Keys = KeysOf(pair.Cell, pair.Area, contingency),
                Basis = pair.Cell is { Value: not null, Key: null, Year: { } year } ? BasisOf(pair.Area, year, contingency) : null,
                TimePeriod = pair.Cell.Year,
                Bin = bins.Count == 0 ? null : ChartBins.KeyOf(bins, pair.Cell.Value),
                Flags = pair.Cell.IsOld ? [.. pair.Cell.Flags, "older"] : pair.Cell.Flags,
                Tooltip = [values.NameOf(pair.Area), .. pair.Cell.Lines],
                Href = view.Vocabulary.Areas[pair.Area].IsCountry ? Urls.CountryPage(view.State, pair.Area) : null,
            }),
            highestFirst: view.State.Measure != Measure.Coverage);
        var known = marks.Where(mark => mark.Value is not null).ToList();
        var most = known.Select(mark => mark.Value!.Value).DefaultIfEmpty(1).Max();
        return new ChartSpec
        {
            Id = "ranking",
            Kind = ChartKind.Ranking,
            IsBars = true,
            Title = view.T["compare.ranking.title", MeasureName, view.Format.AfterColon(contingency.ShortIn(view.State.Language)), Span([.. known.Select(mark => mark.TimePeriod!.Value)]), SexName(CompareModel.SexOf(contingency.Code, view.State))],
            Subtitle = view.T["map.subtitle", contingency.DenominatorIn(view.State.Language)],
            Unit = words.Unit,
            Summary = known.Count == 0 ? view.T["summary.none"]
                : view.T["compare.summary", known[0].Label, known[0].ValueLabel, known[^1].Label, known[^1].ValueLabel, view.Format.Whole(marks.Count - known.Count)],
            Marks = marks,
            Bins = bins,
            Flags = words.FlagsOfNewest,
            SaysYears = true,
            Values = view.State.Measure == Measure.People ? ChartAxis.Round(0, Math.Max(most, 1), at => values.Tick(at, "PS")) : ChartAxis.Percent(25),
            Footer = Footer(),
            Words = words.ChartWords,
        };
    }

    public IReadOnlyList<ChartColumn> Columns(IReadOnlyDictionary<(string Area, string Contingency), CompareCell> cells, Contingency contingency)
    {
        ChartColumn Column(string header, Func<CompareCell, string?> cell) => new(header, mark => cell(cells[(mark.RefArea, contingency.Code)]) is { Length: > 0 } said ? said : "–");
        return
        [
            new(view.T["column.area"], mark => mark.Label) { HeadsRow = true },
            Column(view.T["column.year"], cell => cell.Year is { } year ? Formats.Year(year) : null) with { IsNumber = true },
            Column(MeasureName, cell => cell.Said) with { IsNumber = true },
            Column(view.T["column.flags"], cell => cell.Note),
            Column(view.T["column.source"], cell => cell.Source),
        ];
    }

    public ChartSpec Line(CoverageTrend trend, IReadOnlyList<CoverageTrend.Line> lines) => trend.Spec(
        "line",
        view.T["compare.line.title", MeasureName, SexName(view.State.Sex),
            Span([.. lines.SelectMany(line => line.Rows).Select(row => (int)row.TimePeriod)])],
        view.T["line.subtitle", LineLayout.Rule(view.Format)], lines, Footer());

    /// <summary>The value, or the one that there is not.</summary>
    private IReadOnlyList<ValueKey> KeysOf(CompareCell cell, string area, Contingency contingency) => cell switch
    {
        { Value: null } => [ValueKey.Of(view.State.Measure, area, CompareModel.SexOf(contingency.Code, view.State), contingency.Code, release.Key)],
        { Key: { } key } => [key],
        _ => [],
    };

    /// <summary>Of our own mean of a group, which is published as coverage.</summary>
    private MarkBasis BasisOf(string area, int year, Contingency contingency)
    {
        var mean = new ValueKey("coverage_aggregate", area, year, CompareModel.SexOf(contingency.Code, view.State), contingency.Code);
        return new(area, year, view.State.Measure == Measure.Gap ? "PP" : "PT", [mean]) { Standard = view.State.Measure == Measure.Coverage ? mean : null };
    }

    private string SexName(string sex) => view.T[$"sex.{Urls.Sexes.First(known => known.InData == sex).InUrl}"];

    private List<ChartFooterLine> Footer() => [new(words.Name(release) + " · " + view.T["licence.line"], view.T["footer.source"], Urls.Sources(view.State))];

    private static string Span(List<int> years) => years.Count == 0 ? "–"
        : years.Min() == years.Max() ? Formats.Year(years.Max()) : $"{Formats.Year(years.Min())}–{Formats.Year(years.Max())}";
}
