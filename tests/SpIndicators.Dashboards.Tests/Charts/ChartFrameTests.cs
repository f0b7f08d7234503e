using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Tests.Fixtures;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed partial class ChartFrameTests
{
    private const string Hostile = "<b onclick=\"x()\">“A” & 'B'</b><script>alert(1)</script> 🇸🇳 مصر";

    public static TheoryData<ChartKind> Kinds => [.. Enum.GetValues<ChartKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task AHostileText_InEveryPlaceOfAChart_StaysText(ChartKind kind)
    {
        var page = await Drawn.Chart(Hostilely(kind), tableOpen: true);

        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Equal("application/json", Assert.Single(page.QuerySelectorAll("script")).GetAttribute("type"));
        Assert.Equal(Hostile, page.QuerySelector(".chart-title")!.TextContent);
        Assert.Equal(Hostile, page.QuerySelector(".chart-table tbody th")!.TextContent);
        Assert.Equal(Hostile, page.QuerySelector(".chart-table caption")!.TextContent);
        var tooltip = kind is ChartKind.Ranking or ChartKind.Dumbbell
            ? page.QuerySelector(".rank-row")!.GetAttribute("title")
            : page.QuerySelector(".chart-drawing title")!.TextContent;
        Assert.Equal(Hostile, tooltip);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AChart_HasNeitherStylesNorHandlersInItsMarkup(ChartKind kind)
    {
        var page = await Drawn.Chart(Hostilely(kind), tableOpen: true);

        Assert.Empty(page.QuerySelectorAll("style"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute =>
        {
            Assert.NotEqual("style", attribute.Name);
            Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), attribute.Name);
        });
    }

    [Fact]
    public async Task ChartsOfAllKindsOnAPage_ShareNoId_AndEveryReferenceLeadsSomewhere()
    {
        var charts = await Task.WhenAll(Enum.GetValues<ChartKind>().Select(kind => Drawn.Markup(Hostilely(kind))));
        var page = await Html.Parse(string.Concat(charts));

        var ids = page.All.Select(element => element.Id).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(), ids);
        var wanted = page.QuerySelectorAll("[aria-labelledby], [aria-describedby]")
            .SelectMany(element => new[] { element.GetAttribute("aria-labelledby"), element.GetAttribute("aria-describedby") }.OfType<string>())
            .Concat(page.QuerySelectorAll("[fill]").Select(element => Reference().Match(element.GetAttribute("fill")!).Groups[1].Value));
        Assert.All(wanted, id => Assert.Contains(id, ids));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AChart_NamesItsKindForTheScript_AndCarriesItsSpec(ChartKind kind)
    {
        var page = await Drawn.Chart(Some(kind));

        var figure = page.QuerySelector("figure")!;
        Assert.Equal(kind.ToString().ToLowerInvariant(), figure.GetAttribute("data-chart"));
        Assert.NotNull(figure.QuerySelector("[data-chart-drawing]"));
        Assert.NotNull(figure.QuerySelector("script[data-chart-spec]"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AChart_SaysOnlyWhatItsSpecSays(ChartKind kind)
    {
        var spec = Some(kind);
        var page = await Drawn.Chart(spec);
        foreach (var spoken in page.QuerySelectorAll("script"))
        {
            spoken.Remove();
        }

        var said = page.Body!.Descendants<IText>().Select(text => text.TextContent.Trim()).Where(text => text.Any(char.IsLetter)).Distinct().ToList();
        string[] known =
        [
            spec.Title, spec.Unit, spec.Summary, spec.Words.NoData, spec.Words.ShowTable, "Source", "The source", "Area", "Value", "Chile",
            spec.AcrossUnit ?? "", .. spec.Series.Select(series => series.Label), .. spec.Bins.Select(bin => bin.Label),
            .. spec.Marks.Select(mark => mark.AgainstLabel ?? ""), .. spec.Marks.Select(mark => $"{mark.AgainstLabel} → {mark.ValueLabel}"),
            .. spec.Marks.Select(mark => mark.Label), .. spec.Marks.Select(mark => mark.ValueLabel!), .. spec.Marks.Select(mark => mark.TooltipText),
        ];
        Assert.All(said, text => Assert.Contains(text, known));
    }

    [Fact]
    public async Task TheTableTwin_IsATable_WithEveryMarkAndItsLink()
    {
        var page = await Drawn.Chart(Map(Mark("FRA", 12.5), Mark("BRA", null), Mark("X01", 40)));

        var table = page.QuerySelector("details .chart-table table")!;
        Assert.Equal("Title of map", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(["Land FRA 12.5 points", $"Land BRA {NoData}", "Land X01 40 points"], table.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.All(table.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.All(table.QuerySelectorAll("tbody th"), head => Assert.Equal("row", head.GetAttribute("scope")));
        Assert.Equal(3, table.QuerySelectorAll("tbody th a[href]").Length);
        Assert.Null(page.QuerySelector("details")!.GetAttribute("open"));
    }

    private static ChartSpec Some(ChartKind kind) => kind switch
    {
        ChartKind.Map => Map(Mark("FRA", 12.5), Mark("TUV", 50)),
        ChartKind.Ranking => Ranking(Mark("FRA", 12.5)),
        ChartKind.Scatter => Scatter(Both("FRA", 12.5, 3)),
        ChartKind.Dumbbell => Dumbbell(Both("FRA", 12.5, 3)),
        _ => Lines([new("s1", "Chile", "series-1")], At(2005, 20), At(2006, 30)),
    };

    private static ChartSpec Hostilely(ChartKind kind)
    {
        var spec = Some(kind);
        return spec with
        {
            Title = Hostile,
            Subtitle = Hostile,
            Unit = Hostile,
            Summary = Hostile,
            AcrossUnit = Hostile,
            Marks = [.. spec.Marks.Select(mark => mark with { Label = Hostile, ValueLabel = Hostile, AgainstLabel = Hostile, Tooltip = [Hostile], Href = "/?a=" + Hostile, Flags = ["capped", "older", "withdrawn"] })],
            Series = [.. spec.Series.Select(series => series with { Label = Hostile })],
            Bins = [.. spec.Bins.Select(bin => bin with { Label = Hostile })],
            Flags = [.. spec.Flags.Select(flag => flag with { Label = Hostile })],
            Footer = [new(Hostile, Hostile, "/?a=" + Hostile)],
            Words = spec.Words with { NoData = Hostile, ShowTable = Hostile },
        };
    }

    [GeneratedRegex(@"^url\(#([^)]+)\)$")]
    private static partial Regex Reference();
}
