using AngleSharp.Dom;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class DumbbellSvgTests
{
    [Fact]
    public async Task ARow_JoinsAHollowEarlierDotToAFilledLaterOne()
    {
        var page = await Drawn.Chart(Dumbbell(Both("KEN", 90, 20) with { Bin = "better" }));

        var row = page.QuerySelector(".rank li")!;
        Assert.Equal(("KEN", "90", "20"), (row.GetAttribute("data-area"), row.GetAttribute("data-value"), row.GetAttribute("data-against")));
        Assert.Equal("bin-coverage-5", row.ClassName);
        Assert.Equal("20% 90%", $"{row.QuerySelector(".join")!.GetAttribute("x1")} {row.QuerySelector(".join")!.GetAttribute("x2")}");
        Assert.Equal("20%", row.QuerySelector(".dot-before")!.GetAttribute("cx"));
        Assert.Equal("90%", row.QuerySelector(".dot:not(.dot-before)")!.GetAttribute("cx"));
    }

    [Fact]
    public async Task ARow_IsReadOutWithItsYears()
    {
        var page = await Drawn.Chart(Dumbbell(Both("KEN", 90, 20)));

        Assert.Equal("Land KEN 2015: 20 points → 2020: 90 points", Words(page.QuerySelector(".rank-row")!));
    }

    [Fact]
    public async Task AnAxis_HoldsTheEarlierValuesToo()
    {
        var page = await Drawn.Chart(Dumbbell(Both("KEN", 50, 200)));

        Assert.Equal("100%", page.QuerySelector(".rank .dot-before")!.GetAttribute("cx"));
        Assert.Equal("25%", page.QuerySelector(".rank .dot:not(.dot-before)")!.GetAttribute("cx"));
    }

    [Fact]
    public async Task TheLegend_TellsEarlierFromLaterByShape_AndTheDirectionByWords()
    {
        var page = await Drawn.Chart(Dumbbell(Both("KEN", 90, 20)));

        Assert.Equal("2015 or near", page.QuerySelector(".legend li:has(.dot-before)")!.TextContent);
        Assert.Equal("2020 or near", page.QuerySelector(".legend li:has(.dot:not(.dot-before))")!.TextContent);
        Assert.Contains("worsened", page.QuerySelectorAll(".legend li").Select(line => line.TextContent));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
