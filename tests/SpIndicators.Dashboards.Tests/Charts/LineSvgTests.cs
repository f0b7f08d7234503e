using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class LineSvgTests
{
    private static readonly ChartSeries Chile = new("s1", "Chile", "series-1");
    private static readonly ChartSeries Earlier = new("s2", "Chile, earlier release", "series-1", IsSecondary: true);

    [Fact]
    public async Task ALine_StandsWhereItsYearsAndValuesAre()
    {
        var page = await Drawn.Chart(Lines([Chile], At(2005, 25), At(2000, 0), At(2002, 12.5)));

        Assert.Equal(["2000: 0", "2002: 12.5", "2005: 25"], Points(page).Select(p => $"{p.GetAttribute("data-year")}: {p.GetAttribute("data-value")}"));
        Assert.Equal(["0% 100%", "10% 87.5%", "25% 75%"], Points(page).Select(p => $"{p.GetAttribute("cx")} {p.GetAttribute("cy")}"));
        Assert.Equal(["0% 100% 10% 87.5%", "10% 87.5% 25% 75%"], Segments(page));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public async Task TwoValues_AreJoinedOnlyAcrossThreeYearsOrLess(int years, int segments)
    {
        var page = await Drawn.Chart(Lines([Chile], At(2005, 20), At(2005 + years, 30)));

        Assert.Equal(2, Points(page).Length);
        Assert.Equal(segments, Segments(page).Count);
    }

    [Fact]
    public async Task AYearKnownToBeMissing_IsNeitherDrawnNorJoinedAcross()
    {
        var page = await Drawn.Chart(Lines([Chile], At(2005, 20), At(2006, null), At(2007, 30)));

        Assert.Equal(["20", "30"], Points(page).Select(p => p.GetAttribute("data-value")));
        Assert.Empty(Segments(page));
    }

    [Fact]
    public async Task TwoSeries_AreNeverJoined_AndTheSecondaryOneIsMarkedAsSuch()
    {
        var page = await Drawn.Chart(Lines([Chile, Earlier], At(2005, 20), At(2006, 21), At(2006, 40, "s2"), At(2007, 41, "s2")));

        Assert.Equal("series-1", page.QuerySelector("[data-series=s1]")!.ClassName);
        Assert.Equal("series-1 secondary", page.QuerySelector("[data-series=s2]")!.ClassName);
        Assert.Equal(2, Segments(page).Count);
        Assert.All(page.QuerySelectorAll(".chart-drawing [data-series]"), line => Assert.Single(line.QuerySelectorAll(".segment")));
    }

    [Fact]
    public void TheStyleOfASecondaryLine_IsDashed()
    {
        var css = File.ReadAllText(Path.Combine(Places.Root, "dashboards", "wwwroot", "css", "charts.css"));

        Assert.Matches(@"\.secondary \.segment \{[^}]*stroke-dasharray: \d", css);
    }

    [Fact]
    public async Task AValueBeyondTheAxis_IsInsideTheDrawing()
    {
        var page = await Drawn.Chart(Lines([Chile], At(2020, 100), At(2021, 120)));

        Assert.Equal("100% 0%", $"{Points(page)[1].GetAttribute("cx")} {Points(page)[1].GetAttribute("cy")}");
    }

    [Fact]
    public async Task LinesThatEndTogether_HaveLabelsThatDoNotOverlap_InTheOrderOfTheirEnds()
    {
        ChartSeries[] series = [.. Enumerable.Range(1, 6).Select(i => new ChartSeries($"s{i}", $"Land {i}", $"series-{i}"))];

        var page = await Drawn.Chart(Lines(series, [.. series.Select((line, i) => At(2020, 1 + i, line.Key))]));

        var labels = page.QuerySelectorAll(".line-label > svg");
        Assert.Equal(["Land 6", "Land 5", "Land 4", "Land 3", "Land 2", "Land 1"], labels.Select(label => label.TextContent));
        var tops = labels.Select(label => double.Parse(label.GetAttribute("y")!.TrimEnd('%'), CultureInfo.InvariantCulture)).ToList();
        Assert.All(tops.Zip(tops.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LineLabel.RowHeight, $"{pair.First} and {pair.Second}"));
        Assert.True(tops[^1] <= 106 - LineLabel.RowHeight, $"The last label is at {tops[^1]}.");
    }

    [Fact]
    public async Task MoreLabelsThanRoom_AreLeftToTheLegend()
    {
        ChartSeries[] series = [.. Enumerable.Range(1, 30).Select(i => new ChartSeries($"s{i}", $"Land {i}", "series-1"))];

        var page = await Drawn.Chart(Lines(series, [.. series.Select(line => At(2020, 50, line.Key))]));

        Assert.Empty(page.QuerySelectorAll(".line-label"));
        Assert.Null(page.QuerySelector(".legend-lines-narrow"));
        Assert.Equal(30, page.QuerySelectorAll(".legend li").Length);
    }

    [Fact]
    public async Task ALongName_TakesTwoRowsAndIsCut_ButIsWholeInTheLegend()
    {
        const string Long = "Venezuela (Bolivarian Republic of), release of 17 April 2022";

        var page = await Drawn.Chart(Lines([Chile with { Label = Long }], At(2020, 50)));

        Assert.Equal(["Venezuela (Bolivarian", "Republic of), release…"], page.QuerySelectorAll(".line-label tspan").Select(row => row.TextContent));
        Assert.Equal(Long, page.QuerySelector(".legend li")!.TextContent);
    }

    [Fact]
    public async Task Flags_AreSignsAroundTheirPoint()
    {
        var page = await Drawn.Chart(Lines([Chile], At(2010, 50) with { Flags = ["withdrawn"] }, At(2011, 51)));

        var signs = Assert.Single(page.QuerySelectorAll(".chart-drawing .signs"));
        Assert.Equal("50% 50%", $"{signs.GetAttribute("x")} {signs.GetAttribute("y")}");
        Assert.NotNull(signs.QuerySelector(".sign-dot"));
    }

    private static IHtmlCollection<IElement> Points(IHtmlDocument page) => page.QuerySelectorAll(".chart-drawing .point > circle");

    private static List<string> Segments(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll(".chart-drawing .segment").Select(line =>
            $"{line.GetAttribute("x1")} {line.GetAttribute("y1")} {line.GetAttribute("x2")} {line.GetAttribute("y2")}"),
    ];
}
