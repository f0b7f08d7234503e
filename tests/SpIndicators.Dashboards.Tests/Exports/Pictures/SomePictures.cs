using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Tests.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

/// <summary>A chart of each kind, as full as pages make them.</summary>
internal static class SomePictures
{
    private static readonly string[] Areas = [.. MapShapes.World.Areas.Keys.Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, ChartSpec> Kinds => new Dictionary<string, ChartSpec>
    {
        ["map"] = Map,
        ["line"] = Line,
        ["ranking"] = Ranking(22),
        ["bars"] = Ranking(6) with { IsBars = true },
        ["dumbbell"] = Dumbbell(22),
        ["scatter"] = Scatter,
    };

    public static ChartSpec Map => SomeCharts.Map([.. Areas.Where((_, i) => i % 5 > 0).Select((area, i) => Mark(area, i % 101) with { Flags = i % 9 == 0 ? ["older"] : i % 14 == 0 ? ["capped", "withdrawn"] : [], IsEmphasised = area == "KEN" })]) with
    {
        Title = "Gap in old-age pension coverage, world, 2016–2020",
        Subtitle = "Share of persons above the retirement age who receive no pension.",
        Unit = "per cent of persons above the retirement age",
        Footer = Notes,
    };

    public static ChartSpec Line => Lines(
        [.. Enumerable.Range(1, 6).Select(i => new ChartSeries($"s{i}", Countries[i - 1], $"series-{i}", IsSecondary: i == 6))],
        [.. Enumerable.Range(1, 6).SelectMany(i => Enumerable.Range(2000, 20).Where(year => year % 7 != i).Select(year => At(year, year == 2010 ? null : Math.Round(20 + (i * 9) + (8 * Math.Sin(year + i)), 1), $"s{i}") with { Flags = year % 8 == 0 ? ["withdrawn"] : [] }))]) with
    {
        Title = "Persons covered by at least one benefit, six countries, 2000–2019",
        Subtitle = "Share of the population that receives at least one cash benefit, or contributes to a scheme.",
        Unit = "per cent of the population",
        Footer = Notes,
        Events =
        [
            new(2004, "Convention No. 102 ratified", "Ratified."),
            new(2006, "Convention No. 168 ratified", "Ratified, to be verified.", IsUncertain: true),
            new(2015, "Universal child benefit", "An allowance for all children.") { Kind = ChartEventKind.Reform, Source = "Gazette of 2015", Href = "https://example.org/law" },
            new(1962, "Old Age Allowance", "A monthly payment.") { Kind = ChartEventKind.Reform, Source = "Gazette of 1962" },
        ],
        EventWords = new() { Title = "Reforms and ratifications", Note = "They do not prove a cause.", Ratification = "Ratification", Reform = "Reform (numbered)", NotDrawn = "not drawn", Source = "Source:" },
    };

    public static ChartSpec Scatter => SomeCharts.Scatter([.. Areas.Take(160).Select((area, i) => Both(area, i * 37 % 101, i * 53 % 97) with { IsEmphasised = i is 20 or 77, Flags = i % 12 == 0 ? ["older"] : [] })]) with
    {
        Title = "Coverage and expenditure, 160 countries, 2020",
        Unit = "coverage, per cent",
        Footer = Notes,
    };

    public static ChartSpec Panels => Line with { Title = "Six countries, one panel each", Events = [] };

    public static IReadOnlyList<ChartSpec> PanelsOf(ChartSpec whole) =>
    [
        .. whole.Series.Select((series, i) => whole with { Id = $"panel-{i}", Title = series.Label, Subtitle = null, Series = [series], Footer = [], Marks = [.. whole.Marks.Where(mark => mark.Series == series.Key)] }),
    ];

    public static ChartSpec Ranking(int rows) => SomeCharts.Ranking([.. Areas.Take(rows).Select((area, i) => Mark(area, 100 - (i * 100.0 / rows)) with { Label = $"{i + 1}. {Countries[i % 6]} {area}", ValueLabel = $"{100 - (i * 100 / rows)} %", Flags = i % 10 == 3 ? ["capped", "older"] : [], IsEmphasised = i == 4 })]) with
    {
        Title = "Who is left out: gap in coverage of children, 2020",
        Subtitle = "Countries in order of their gap.",
        Unit = "percentage points",
        Footer = Notes,
    };

    public static ChartSpec Dumbbell(int rows) => SomeCharts.Dumbbell([.. Areas.Take(rows).Select((area, i) => Both(area, i % 9 == 7 ? null : (i * 31) % 100, i % 7 == 5 ? null : (i * 17) % 100) with { Label = $"{Countries[i % 6]} {area}", Bin = i % 2 == 0 ? "better" : "worse" })]) with
    {
        Title = "What became of coverage between 2015 and 2020",
        Footer = Notes,
    };

    private static readonly string[] Countries = ["Kenya", "Viet Nam", "Bolivia (Plurinational State of)", "Türkiye", "Lao People’s Democratic Republic", "Côte d’Ivoire"];

    private static IReadOnlyList<ChartFooterLine> Notes =>
    [
        new("ILO, World Social Protection Database, release of 17 April 2022 · ILO, licence CC BY 4.0; figures of the World Bank’s ASPIRE and of national authorities as the ILO publishes them", "Source", "/sources"),
        new("For 12 of 180 countries the figure is from before 2020 (at most 5 years older).", "Note"),
        new("Boundaries and names do not imply endorsement.", "Note"),
        new("In 180 countries of 243 areas drawn.", "Note"),
    ];
}
