using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Tests.Fixtures;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class ChartGridTests
{
    private static readonly ChartSeries Value = new("s1", "Chile", "series-1");

    [Fact]
    public async Task Panels_AreChartsOfTheirOwn_WithOneFooterAndOneTableOfAllMarks()
    {
        ChartSpec[] panels =
        [
            Lines([Value], At(2005, 20), At(2006, 30)) with { Id = "panel-a", Title = "A", Footer = [] },
            Lines([Value], At(2007, 40)) with { Id = "panel-b", Title = "B", Footer = [] },
        ];
        var whole = Lines([], [.. panels.SelectMany(panel => panel.Marks)]) with { Id = "all", Title = "All of them" };

        await using var component = new ComponentPage<ChartGrid>();
        var page = await component.Render((nameof(ChartGrid.Whole), whole), (nameof(ChartGrid.Panels), panels), (nameof(ChartGrid.Columns), Columns));

        Assert.Equal("All of them", page.QuerySelector("section > h2")!.TextContent);
        Assert.Equal(["A", "B"], page.QuerySelectorAll("figure[data-chart=line] h3").Select(title => title.TextContent));
        Assert.Equal(["20", "30"], page.QuerySelectorAll("#panel-a [data-value]").Select(point => point.GetAttribute("data-value")));
        Assert.Equal(["40"], page.QuerySelectorAll("#panel-b [data-value]").Select(point => point.GetAttribute("data-value")));
        Assert.Equal(3, Assert.Single(page.QuerySelectorAll("table")).QuerySelectorAll("tbody tr").Length);
        Assert.Single(page.QuerySelectorAll(".chart-footer"));
        Assert.Empty(page.QuerySelectorAll("figure .legend"));
        // A panel's words are for those who do not see it.
        Assert.All(page.QuerySelectorAll("figure .chart-summary"), summary => Assert.Contains("visually-hidden", summary.ClassName, StringComparison.Ordinal));
    }
}
