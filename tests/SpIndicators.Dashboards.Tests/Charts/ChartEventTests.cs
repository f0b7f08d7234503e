using SpIndicators.Dashboards.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>What happened in a year: a line across the lines, and a row of the table.</summary>
public sealed class ChartEventTests
{
    private static readonly ChartSpec Spec = Lines([new("s1", "Chile", "series-1")], At(2002, 10), At(2004, 20));

    [Theory]
    [InlineData(2000, "0%", null)]
    [InlineData(2005, "25%", null)]
    [InlineData(2015, "75%", "event-before")]
    public async Task Event_StandsAtItsYear_AndItsNameOnTheSideWithRoom(int year, string x, string? side)
    {
        var page = await Drawn.Chart(Spec with { Events = [new(year, "Reform", "Law 1; gazette.")] });

        var line = Assert.Single(page.QuerySelectorAll(".line-plot .event line"));
        Assert.Equal((x, x), (line.GetAttribute("x1"), line.GetAttribute("x2")));
        Assert.Equal(side ?? "", page.QuerySelector(".event text")!.ClassName ?? "");
        Assert.Equal($"Reform ({year}): Law 1; gazette.", page.QuerySelector(".event title")!.TextContent);
    }

    [Fact]
    public async Task Event_OutsideTheYears_IsInTheTableOnly()
    {
        var page = await Drawn.Chart(Spec with { Events = [new(1962, "Ratified", "List of 2021.")] });

        Assert.Empty(page.QuerySelectorAll(".event"));
        Assert.Equal(["Ratified", "1962 · List of 2021."], page.QuerySelector(".chart-event")!.Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Event_ThatIsNotVerified_IsDrawnOtherwise()
    {
        var page = await Drawn.Chart(Spec with { Events = [new(2003, "Ratified", "To be verified.", IsUncertain: true), new(2004, "Reform", "Read.")] });

        Assert.Equal(["event event-uncertain", "event"], page.QuerySelectorAll(".event").Select(e => e.ClassName));
    }

    [Fact]
    public async Task Bars_AreARankingWithLengths_AndTheScriptIsTold()
    {
        var bars = await Drawn.Chart(Ranking(Mark("KEN", 40)) with { IsBars = true });
        var dots = await Drawn.Chart(Ranking(Mark("KEN", 40)));

        Assert.NotNull(bars.QuerySelector(".rank-bars .rank"));
        Assert.Contains("\"isBars\":true", bars.QuerySelector("[data-chart-spec]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(dots.QuerySelector(".rank-bars"));
        Assert.DoesNotContain("isBars", dots.QuerySelector("[data-chart-spec]")!.TextContent, StringComparison.Ordinal);
    }
}
