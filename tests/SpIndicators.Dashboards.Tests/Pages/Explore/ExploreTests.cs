using AngleSharp.Html.Dom;

namespace SpIndicators.Dashboards.Tests.Pages.Explore;

/// <summary>The explorer, over the rows of <see cref="ExploreSite"/>.</summary>
public sealed class ExploreTests(ExploreSite site) : IClassFixture<ExploreSite>
{
    [Fact]
    public async Task Map_ShowsTheNewestValueOfEachCountry_AndSaysWhichAreOlder()
    {
        var page = await site.Page("");

        Assert.Equal("Coverage gap: Short, by country, 2018–2020", Title(page));
        Assert.Equal(["DEU 0.5", "KEN 90", "SEN 70"], Marks(page).Where(mark => !mark.StartsWith("ESC", StringComparison.Ordinal)));
        Assert.Contains("1 of 4 countries show an older year, because 2020 has no value for them", page.QuerySelector("#chart .chart-footer")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#chart .chart-drawing .sign-ring"));
        Assert.Contains("Senegal, 2018\n70.0 points", page.QuerySelector("#chart path[data-area=SEN]")!.ParentElement!.QuerySelector("title")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_OfAYear_HasNothingOlderThanTheAgeLimit()
    {
        var page = await site.Page("time=2020&maxAge=1");

        Assert.DoesNotContain(Marks(page), mark => mark.StartsWith("SEN", StringComparison.Ordinal));
        Assert.DoesNotContain("older year", page.QuerySelector("#chart .chart-footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task YearsOfTheMap_AreLinksToTheYearsBesides_AndASliderOfAForm()
    {
        var page = await site.Page("time=2018&country=KEN");

        Assert.Equal("/explore?country=~KEN&time=2017", page.QuerySelector(".year-slider [rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/explore?country=~KEN&time=2019", page.QuerySelector(".year-slider [rel=next]")!.GetAttribute("href"));
        var form = page.QuerySelector("form[data-slider]")!;
        Assert.Equal(("2015", "2020", "2018"), (form.QuerySelector("[type=range]")!.GetAttribute("min"), form.QuerySelector("[type=range]")!.GetAttribute("max"), form.QuerySelector("[type=range]")!.GetAttribute("value")));
        Assert.Equal("~KEN", form.QuerySelector("[type=hidden][name=country]")!.GetAttribute("value"));
        Assert.Null(form.QuerySelector("[type=hidden][name=time]"));
    }

    [Fact]
    public async Task Ranking_BeginsWithTheWorst_AndGroupsStandApart()
    {
        var page = await site.Page("tab=ranking&country=KEN");

        Assert.Equal(["ESC", "KEN", "SEN", "DEU"], page.QuerySelectorAll("#chart .rank li").Select(row => row.GetAttribute("data-area")));
        Assert.Equal("2. Kenya", page.QuerySelector("#chart .rank .emphasised .rank-label")!.TextContent);
        Assert.Equal(["X01"], page.QuerySelectorAll("#groups .rank li").Select(row => row.GetAttribute("data-area")));
    }

    [Fact]
    public async Task Lines_OfChosenAreas_SayWhoHasNoValue()
    {
        var page = await site.Page("tab=line&country=KEN~NOD");

        Assert.Equal(["2016: 80", "2020: 90"], page.QuerySelectorAll("#chart .chart-drawing .point > circle").Select(point => $"{point.GetAttribute("data-year")}: {point.GetAttribute("data-value")}"));
        Assert.Contains("Chosen, but without a value here: Nodata.", page.QuerySelector("#chart .chart-footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_WithoutAChoice_AreOfTheWorld() =>
        Assert.Equal("X01", Assert.Single((await site.Page("tab=line")).QuerySelectorAll("#chart .chart-drawing .point > circle")).GetAttribute("data-area"));

    [Fact]
    public async Task TwoYears_AreTheNearestThereAre_WhichTooltipTableAndNoteSay()
    {
        var page = await site.Page("tab=dumbbell&time=2015..2020&sort=later");

        Assert.Equal(["KEN 80 90", "DEU 5 0.5"], page.QuerySelectorAll("#chart .rank li").Select(row => $"{row.GetAttribute("data-area")} {row.GetAttribute("data-against")} {row.GetAttribute("data-value")}"));
        Assert.Equal(["bin-gap-4", "bin-coverage-5"], page.QuerySelectorAll("#chart .rank li").Select(row => row.ClassName));
        Assert.StartsWith("Kenya\n2016: 80.0 points (ILO, ILOSTAT)\n2020: 90.0 points", page.QuerySelector("#chart [data-area=KEN] .rank-row")!.GetAttribute("title")!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["Kenya", "2016", "80.0 points", "2020", "90.0 points", "+10.0 points"], Cells(page, "KEN").Take(6));
        Assert.Contains("1 of 2 countries have no value for exactly 2015 and 2020", page.QuerySelector("#chart .chart-footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 improved, 1 worsened", page.QuerySelector("#chart .chart-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scatter_HoldsEachCountryAgainstItsOtherValue_WithBothYears()
    {
        var page = await site.Page("tab=scatter&against=people_uncovered&country=KEN~SEN");

        Assert.Equal(["DEU 0.5 1000000", "KEN 90 1000"], page.QuerySelectorAll("#chart .chart-drawing .point > circle").Select(point => $"{point.GetAttribute("data-area")} {point.GetAttribute("data-value")} {point.GetAttribute("data-against")}"));
        Assert.Equal(["Kenya", "90.0 points", "2020", "1,000 people", "2019"], Cells(page, "KEN").Take(5));
        Assert.Contains("Chosen, but without a value here: Senegal.", page.QuerySelector("#chart .chart-footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kenya", page.QuerySelector("#chart .scatter-label")!.TextContent);
        Assert.NotNull(page.QuerySelector("select[name=xScale]"));
    }

    [Fact]
    public async Task Scatter_OnPowersOfTen_HasTheLeastAndTheGreatestAtItsEnds()
    {
        var page = await site.Page("tab=scatter&against=people_uncovered&xScale=log");

        Assert.Equal(["100%", "0%"], page.QuerySelectorAll("#chart .chart-drawing .point > circle").Select(point => point.GetAttribute("cx")));
    }

    [Fact]
    public async Task SmallMultiples_HaveAPanelAnAreaOrASex_OnTheSameAxes()
    {
        var areas = await site.Page("tab=multiples&country=KEN~DEU");
        var sexes = await site.Page("tab=multiples&country=KEN&facet=sex&contingency=OLDAGE");

        Assert.Equal(["Kenya", "Germany"], areas.QuerySelectorAll(".chart-panels h3").Select(title => title.TextContent));
        Assert.Single(areas.QuerySelectorAll(".chart-panels .ticks-values").Select(axis => axis.TextContent).Distinct());
        Assert.Equal(4, areas.QuerySelectorAll("#chart table tbody tr").Length);
        Assert.Equal([("All", "75"), ("Women", "80")], sexes.QuerySelectorAll(".chart-panels figure").Select(panel => (panel.QuerySelector("h3")!.TextContent, panel.QuerySelector("[data-value]")!.GetAttribute("data-value")!)));
    }

    [Fact]
    public async Task Table_HasEveryValueWithItsSourceAndItsGradeInWords_GroupsApart()
    {
        var page = await site.Page("tab=table");

        var tables = page.QuerySelectorAll("table.explore-table");
        Assert.Equal(2, tables.Length);
        Assert.Equal(["X01"], tables[1].QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-area")));
        var kenya = page.QuerySelector("tr[data-area=KEN]")!.Children.Select(cell => Plain(cell.TextContent));
        Assert.Equal(["Kenya", "90.0 points", "2020", "published above 100, shown as 100", "fairly sure (B)", "ILO, ILOSTAT, SOC_TOTAL, 17 April 2022"], kenya);
    }

    [Theory]
    [InlineData("", "ascending", "KEN", "/explore?tab=table&order=name-desc#chart", "/explore?tab=table&order=value-desc#chart")]
    [InlineData("&order=value-desc", "descending", "KEN", "/explore?tab=table#chart", "/explore?tab=table&order=value#chart")]
    [InlineData("&order=value", "ascending", "SEN", "/explore?tab=table#chart", "/explore?tab=table&order=value-desc#chart")]
    public async Task Table_IsSortedByLinks_WithoutAScript(string order, string said, string first, string byName, string byValue)
    {
        var page = await site.Page("tab=table" + order);
        var values = page.QuerySelectorAll("table.explore-table")[0].QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-area")).Where(area => area is "KEN" or "SEN");
        var links = page.QuerySelectorAll("[aria-labelledby=order] a");

        Assert.Equal(first, values.First());
        Assert.All(page.QuerySelectorAll("th[aria-sort]"), head => Assert.Equal(said, head.GetAttribute("aria-sort")));
        Assert.Equal([byName, byValue], links.Take(2).Select(link => link.GetAttribute("href")));
        Assert.Single(links, link => link.HasAttribute("aria-current"));
    }

    [Fact]
    public async Task Table_InAnUnknownOrder_IsByNameAndTold()
    {
        var page = await site.Page("tab=table&order=colour");

        Assert.Contains("order=colour – the order is name, value or year", page.QuerySelector(".ignored")!.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("ascending", page.QuerySelectorAll("th[aria-sort]")[0].GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task HostileNameOfAnArea_StaysText()
    {
        foreach (var tab in new[] { "map", "ranking", "table" })
        {
            var page = await site.Page($"tab={tab}");

            Assert.Empty(page.QuerySelectorAll("main b"));
            Assert.Contains("<b>\"Escape\" & Co</b>", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("indicator=nope", "indicator", "there is no such indicator")]
    [InlineData("tab=pie", "tab", "the tabs are map")]
    [InlineData("tab=1", "tab", "the tabs are map")]
    [InlineData("against=nope", "against", "there is no such indicator")]
    [InlineData("facet=age", "facet", "the panels are by country")]
    [InlineData("sort=name", "sort", "the order is later or change")]
    [InlineData("xScale=cubic", "xScale", "the scale is linear or log")]
    public async Task Parameter_ThatMeansNothing_IsToldAndNotFollowed(string query, string name, string reason)
    {
        var page = await site.Page(query);

        var ignored = Assert.Single(page.QuerySelectorAll(".ignored li")).TextContent;
        Assert.Contains(name, ignored, StringComparison.Ordinal);
        Assert.Contains(reason, ignored, StringComparison.Ordinal);
        Assert.NotEmpty(Marks(page));
    }

    [Theory]
    [InlineData("contingency=POOR", "no values for “Short”; shown is “Short”")]
    [InlineData("sex=M", "no values for “Men”; shown is “All”")]
    [InlineData("indicator=people_uncovered&contingency=OLDAGE", "shown is “no contingency”")]
    [InlineData("time=1999", "You asked for 1999; the figures run from 2015 to 2020.")]
    [InlineData("tab=multiples&facet=sex&indicator=people_uncovered", "is not published by “Women and men”")]
    [InlineData("tab=scatter&against=coverage_gap", "An indicator against itself says nothing")]
    public async Task WhatTheIndicatorDoesNotHave_IsSaid_AndTheNearestShown(string query, string said)
    {
        var page = await site.Page(query);

        Assert.Empty(page.QuerySelectorAll(".ignored li"));
        Assert.Contains(said, page.QuerySelector(".tabs + .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time=1999", "2015")]
    [InlineData("time=2100", "2020")]
    [InlineData("tab=dumbbell&time=1900", "2015")]
    [InlineData("tab=dumbbell&time=1900..1900", "2020")]
    [InlineData("tab=dumbbell&time=..1900", "2020")]
    [InlineData("tab=dumbbell&time=2100", "2020")]
    [InlineData("tab=line&country=~DEU&time=1900..1950", "2020")]
    [InlineData("tab=multiples&country=~DEU&time=2100..2100", "2020")]
    public async Task YearsTheIndicatorDoesNotHave_GiveTheNearestItHas_AndThePageSaysSo(string query, string year)
    {
        var page = await site.Page(query);

        Assert.Contains(year, page.QuerySelector("figure[data-chart] .chart-title, .chart-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("the figures run from 2015 to 2020", page.QuerySelector(".tabs + .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tabs_KeepEverythingElse_AndTellTheCurrentOne()
    {
        var page = await site.Page("tab=line&country=KEN&indicator=coverage&time=2019..2020");

        Assert.Equal("Over time", Assert.Single(page.QuerySelectorAll(".tabs [aria-current=page]")).TextContent);
        Assert.Equal("/explore?indicator=coverage&tab=table&country=~KEN&time=2019..2020", page.QuerySelectorAll(".tabs a")[^1].GetAttribute("href"));
    }

    [Fact]
    public async Task About_SaysWhatTheFigureMeans_AndWhichWayIsBetter()
    {
        var page = await site.Page("");

        var about = page.QuerySelector(".about")!.TextContent;
        Assert.Contains("Less is better.", about, StringComparison.Ordinal);
        Assert.Contains("100 − coverage", about, StringComparison.Ordinal);
        Assert.Equal("/api/v1/observations?indicator=coverage_gap", page.QuerySelector(".about a[href^='/api']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("fr", "Déficit\u00a0: court, par pays, 2018–2020", "Plus c’est bas, mieux c’est.")]
    [InlineData("es", "Brecha: corto, por país, 2018–2020", "Cuanto menos, mejor.")]
    public async Task InAnotherLanguage_TheChartAndTheMeaningAreInIt(string lang, string title, string direction)
    {
        var page = await site.Page($"lang={lang}");

        Assert.Equal(title, Title(page));
        Assert.Contains(direction, page.QuerySelector(".about")!.TextContent, StringComparison.Ordinal);
    }

    private static string Title(IHtmlDocument page) => page.QuerySelector("#chart .chart-title")!.TextContent;

    private static IEnumerable<string> Marks(IHtmlDocument page) =>
        page.QuerySelectorAll("#chart .chart-table tbody tr").Select(row => row.GetAttribute("data-area")!)
            .Select(area => $"{area} {page.QuerySelector($"#chart .chart-drawing [data-area={area}]")?.GetAttribute("data-value")}");

    // What keeps a number and its unit on one line is not what these tests are about.
    private static string Plain(string text) => text.Replace('\u00a0', ' ').Trim();

    private static IEnumerable<string> Cells(IHtmlDocument page, string area) =>
        page.QuerySelector($"#chart .chart-table tr[data-area={area}]")!.Children.Select(cell => Plain(cell.TextContent));
}
