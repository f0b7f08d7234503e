using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class ScatterSvgTests
{
    [Fact]
    public async Task APoint_StandsWhereItsTwoValuesCross()
    {
        var page = await Drawn.Chart(Scatter(Both("KEN", 25, 10), Both("FRA", 100, 0)));

        Assert.Equal([("KEN", "25", "10"), ("FRA", "100", "0")], Points(page).Select(p => (p.GetAttribute("data-area"), p.GetAttribute("data-value"), p.GetAttribute("data-against"))));
        Assert.Equal(["10% 75%", "0% 0%"], Points(page).Select(p => $"{p.GetAttribute("cx")} {p.GetAttribute("cy")}"));
        Assert.Equal("per cent of GDP", page.QuerySelector(".chart-unit-across")!.TextContent);
    }

    [Theory]
    [InlineData(null, 10.0)]
    [InlineData(10.0, null)]
    public async Task AnAreaWithOneOfTheTwoValues_IsNotDrawn_ButInTheTable(double? value, double? against)
    {
        var page = await Drawn.Chart(Scatter(Both("KEN", value, against), Both("FRA", 50, 50)));

        Assert.Equal("FRA", Assert.Single(Points(page)).GetAttribute("data-area"));
        Assert.NotNull(page.QuerySelector(".chart-table tr[data-area=KEN]"));
    }

    [Fact]
    public async Task OnAnAxisOfPowers_EqualFactorsAreEqualLengths()
    {
        var axis = ChartAxis.Powers(2, 9000, at => $"{at}");

        var page = await Drawn.Chart(Scatter(Both("KEN", 50, 10), Both("FRA", 50, 1000)) with { Across = axis });

        Assert.Equal(["1", "10", "100", "1000", "10000"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal(["25%", "75%"], Points(page).Select(p => p.GetAttribute("cx")));
    }

    [Fact]
    public void AnAxisOfPowers_OfNought_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => ChartAxis.Powers(0, 10, at => $"{at}"));

    [Fact]
    public async Task TheChosen_BearTheirNames_AndLieOnTop()
    {
        var page = await Drawn.Chart(Scatter(Both("KEN", 25, 10) with { IsEmphasised = true }, Both("FRA", 99, 99)));

        Assert.Equal("Land KEN", Assert.Single(Labels(page)).TextContent);
        Assert.Equal("KEN", Points(page)[^1].GetAttribute("data-area"));
    }

    [Fact]
    public async Task WithoutAChoice_TheOutermostBearTheirNames_ButNoneOfSeveralThatShareAPlace()
    {
        var page = await Drawn.Chart(Scatter(Both("AAA", 0, 50), Both("BBB", 0, 55), Both("CCC", 100, 45), Both("DDD", 50, 100), Both("EEE", 50, 2)));

        Assert.Equal(["Land CCC", "Land DDD", "Land EEE"], Labels(page).Select(label => label.TextContent).Order());
    }

    [Fact]
    public async Task AName_PointsInwards_AndNeverLiesOverAnother()
    {
        var page = await Drawn.Chart(Scatter(
            Both("AAA", 50, 90) with { IsEmphasised = true }, Both("BBB", 51, 91) with { IsEmphasised = true }, Both("CCC", 80, 10) with { IsEmphasised = true }));

        Assert.Equal([("Land AAA", true), ("Land CCC", false)], Labels(page).Select(label => (label.TextContent, label.ClassList.Contains("label-before"))));
    }

    private static IHtmlCollection<IElement> Points(IHtmlDocument page) => page.QuerySelectorAll(".chart-drawing .point > circle");

    private static IHtmlCollection<IElement> Labels(IHtmlDocument page) => page.QuerySelectorAll(".scatter-label");
}
