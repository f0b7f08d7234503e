using SpIndicators.Dashboards.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class RankingSvgTests
{
    [Fact]
    public async Task ARanking_KeepsTheOrderItIsGiven_OneRowAMark()
    {
        var page = await Drawn.Chart(Ranking(Mark("KEN", 90), Mark("FRA", 12.5), Mark("X01", 40)));

        Assert.Equal([("KEN", "90"), ("FRA", "12.5"), ("X01", "40")], page.Values());
        Assert.Equal(["90%", "12.5%", "40%"], page.QuerySelectorAll(".rank .dot").Select(dot => dot.GetAttribute("cx")));
        Assert.Equal(["bin-gap-6", "bin-gap-2", "bin-gap-3"], page.QuerySelectorAll(".rank li").Select(row => row.ClassName));
        Assert.Equal(["90 points", "12.5 points", "40 points"], page.QuerySelectorAll(".rank-value").Select(value => value.TextContent));
    }

    [Fact]
    public async Task ARowWithoutAValue_SaysSo_AndHasNoDot()
    {
        var page = await Drawn.Chart(Ranking(Mark("BRA", null)));

        Assert.Equal(NoData, page.QuerySelector(".rank-value")!.TextContent);
        Assert.Null(page.QuerySelector(".rank .dot"));
        Assert.Empty(page.Values());
    }

    [Fact]
    public async Task RowsOfSeveralYears_SayTheirOwn_AndWhatStandsInPlaceOfAValueIsSaid()
    {
        var page = await Drawn.Chart(Ranking(Mark("KEN", 90) with { TimePeriod = 2009 }, Mark("BRA", null) with { TimePeriod = 2020, InsteadOfValue = "a signal" }) with { SaysYears = true });

        Assert.Equal(["90 points (2009)", "a signal"], page.QuerySelectorAll(".rank-value").Select(value => value.TextContent));
    }

    [Fact]
    public async Task AStroke_IsDrawnAcrossItsMark_WithAHalo()
    {
        var page = await Drawn.Chart(Ranking(Mark("KEN", 90) with { Flags = ["stale"] }) with { Flags = [new("stale", "Old", ChartFlagShape.Slash)] });

        var stroke = page.QuerySelector("[data-area=KEN] .sign-slash")!;
        Assert.Equal(("-8", "8"), (stroke.GetAttribute("x1"), stroke.GetAttribute("x2")));
        Assert.Equal("sign-halo", stroke.PreviousElementSibling!.ClassName);
        Assert.NotNull(page.QuerySelector(".legend .sign-slash"));
    }

    [Fact]
    public async Task AChosenArea_IsEmphasised()
    {
        var page = await Drawn.Chart(Ranking(Mark("KEN", 90), Mark("FRA", 12.5) with { IsEmphasised = true }));

        Assert.Equal("FRA", Assert.Single(page.QuerySelectorAll(".emphasised")).GetAttribute("data-area"));
    }

    [Fact]
    public async Task ARow_LeadsWhereItsMarkLeads_AndSaysItsFlags()
    {
        var page = await Drawn.Chart(Ranking(Mark("KEN", 90) with { Flags = ["older"] }, Mark("FRA", 12.5) with { Href = null }));

        Assert.Equal(["/indicator?country=KEN#line"], page.QuerySelectorAll(".rank a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Land KEN 90 points; Older", string.Join(' ', page.QuerySelector(".rank a")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.NotNull(page.QuerySelector("[data-area=KEN] .sign-ring"));
        Assert.Null(page.QuerySelector("[data-area=FRA] .sign"));
    }
}
