using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Pages.Compare;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>Countries and groups side by side, chosen one by one or as the members of a group.</summary>
public sealed class CompareTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    [Fact]
    public async Task TwoCountries_StandBesideEachOther_EachFigureWithItsYear()
    {
        var page = await Page("/compare?country=KEN~SEN");

        Assert.Equal(["Contingency", "Kenya", "Senegal"], page.QuerySelectorAll(".compare")[0].QuerySelectorAll("thead th").Select(Said));
        Assert.Equal(["At least one benefit|89.9 2020|50.0 2020", "Old age|86.8 2019|No data", "Poor|No data|No data"], Rows(page));
        Assert.Equal(["KEN", "SEN"], page.QuerySelectorAll("#ranking .rank li").Select(row => row.GetAttribute("data-area")));
    }

    [Theory]
    [InlineData("measure=coverage", "At least one benefit|10.1% 2020|50.0% 2020")]
    [InlineData("measure=people", "At least one benefit|45 million people 2020|not known 2020")]
    public async Task Measure_DecidesWhatTheCellsHold(string query, string row)
    {
        Assert.Equal(row, Rows(await Page($"/compare?country=KEN~SEN&{query}"))[0]);
    }

    [Fact]
    public async Task Women_AreShownWhereTheyArePublished_AndOldFiguresAreMarked()
    {
        var page = await Page("/compare?country=KEN~SEN&sex=F&maxAge=1");

        Assert.Equal(["At least one benefit|No data|No data", "Old age|80.0 2020|No data", "Poor|95.0 2018†|No data"], Rows(page));
        Assert.Contains("More than 1 year older than 2020", page.QuerySelector("#nine > .fine:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Context_TellsCostRatificationAndAge_AndWhatIsNotKnown()
    {
        var page = await Page("/compare?country=KEN~SEN");

        Assert.Equal(
            ["Kenya|Limited progress|2.7% to 2.9% of GDP|3.4% of GDP (2020)|not in our list|2 years", "Senegal|No data|No data|No data|not in our list|No data"],
            page.QuerySelectorAll(".compare")[1].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(Said))));
    }

    [Fact]
    public async Task Context_OfGroups_HasTheirOwnGapOrTheReason_AndDoesNotAskThemToRatify()
    {
        var page = await Page("/compare?country=LMC~202");

        Assert.Equal(
            ["Lower middle income|No data|1.2% to 1.5% of GDP|No data|– countries ratify, not groups|No data",
             "Sub-Saharan Africa|No data|not known: fewer than three members with a gap|No data|– countries ratify, not groups|No data"],
            page.QuerySelectorAll(".compare")[1].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(Said))));
    }

    [Theory]
    [InlineData("", "Coverage gap: At least one benefit (All), largest shortfall first, 2020")]
    [InlineData("&sex=F&contingency=OLDAGE", "Coverage gap: Old age (Women), largest shortfall first, 2020")]
    public async Task Ranking_SaysInItsTitleOfWhomItIs(string query, string title)
    {
        var page = await Page("/compare?country=KEN~SEN" + query);

        Assert.Equal(title, Said(page.QuerySelector("#ranking .chart-title")!));
    }

    [Fact]
    public void Maternity_IsOfWomen_WhoeverThePageIsAskedFor()
    {
        Assert.Equal("F", CompareModel.SexOf("MATERNITY", ViewState.Default));
        Assert.Equal("_T", CompareModel.SexOf("TOTAL", ViewState.Default));
    }

    [Fact]
    public async Task FiguresBehindTheTable_StandInWords_WithYearSourceAndFlags()
    {
        var page = await Page("/compare?country=KEN~LMC&maxAge=0");

        Assert.Equal(
            ["Kenya|At least one benefit|89.9 points|2020|ILO, ILOSTAT, SOC_TOTAL, 17 April 2022|–", "Kenya|Old age|86.8 points|2019|ILO, ILOSTAT, SOC_OLDAGE, 17 April 2022|older than the age limit",
             "Lower middle income|At least one benefit|75.1 points|2020|SpIndicators, computed · ILO, ILOSTAT, release of 17 April 2022|withdrawn; our own mean of 40 countries, weighted by the persons concerned"],
            page.QuerySelectorAll("#nine-figures tbody tr").Select(row => string.Join('|', row.Children.Select(Said))));
    }

    [Fact]
    public async Task GroupItself_WithoutAPublishedFigure_HasOurMeanAndSaysSo()
    {
        var page = await Page("/compare?country=KEN~LMC");

        Assert.Equal("At least one benefit|89.9 2020|75.1 2020‡", Rows(page)[0]);
        Assert.Contains("Our own mean of the group’s countries", page.QuerySelector("#nine > .fine:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MembersOfAGroup_AreTheCountriesWithAFigure_AndTheOthersAreNamed()
    {
        var page = await Page("/compare?country=group:lmc");

        Assert.Equal(["Contingency", "Kenya", "Senegal"], page.QuerySelectorAll(".compare")[0].QuerySelectorAll("thead th").Select(Said));
        Assert.Contains("no figure at all: Nodata.", page.QuerySelector("#nine > p")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".ignored"));
    }

    [Fact]
    public async Task MoreThanEightMembers_AreAllInTheTable_AndTheLinesSayWhichEightTheyAre()
    {
        var page = await Page("/compare?country=group:LIC");

        Assert.Equal(10, page.QuerySelectorAll(".compare-tall tbody tr").Length);
        Assert.Equal(10, page.QuerySelectorAll("#ranking .rank li").Length);
        Assert.Equal(["M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10"], page.QuerySelectorAll("#line .line-plot circle[data-area]").Select(point => point.GetAttribute("data-area")!).Order(StringComparer.Ordinal));
        Assert.Contains(page.QuerySelectorAll("p.fine"), p => p.TextContent.StartsWith("More than 8 lines cannot be told apart: drawn are those with most people left out. The others (2)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneClick_LeadsToPeersAndToTheMembersOfItsGroups()
    {
        var page = await Page("/compare?country=~KEN&lang=fr");

        Assert.Equal(
            ["/compare?peers=income&country=~KEN&lang=fr", "/compare?peers=region&country=~KEN&lang=fr", "/compare?peers=neighbours&country=~KEN&lang=fr", "/compare?country=group%3A202~KEN&lang=fr", "/compare?country=group%3ALMC~KEN&lang=fr"],
            page.QuerySelectorAll(".choices a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith("Kenya avec : ", Said(page.QuerySelector(".choices a")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country=~KEN&peers=income", "KEN,SEN,CIV,NOD", "Peers of Kenya (Similar income) added: 3.")]
    [InlineData("country=KEN~URY&peers=region", "KEN,URY,SEN", "Peers of Kenya (Same region) added: 1.")]
    [InlineData("country=~KEN&peers=neighbours", "KEN", "Kenya has no peers by this rule (Neighbours).")]
    [InlineData("country=KEN~URY~EGY~DEU~AAA~BBB~ESC&peers=income", "KEN,URY,EGY,DEU,AAA,BBB,ESC,SEN", "Peers of Kenya (Similar income) added: 1, those with figures first. Left out: 2, because only 8 can stand side by side.")]
    [InlineData("peers=income", "", "Peers are those of the first country chosen: choose a country.")]
    public async Task Peers_OfTheFirstCountry_AreAddedUpToTheLimit_AndItIsSaidHowMany(string query, string areas, string said)
    {
        var page = await Page($"/compare?{query}");
        var shown = page.QuerySelectorAll("#ranking .rank li, #ranking .chart-table tbody tr").Select(row => row.GetAttribute("data-area")).OfType<string>();

        Assert.Equal(said, Said(page.GetElementById("peers")!));
        Assert.Equal(areas.Split(',', StringSplitOptions.RemoveEmptyEntries).Length, page.QuerySelector(".compare")?.QuerySelectorAll("thead th").Length - 1 ?? 0);
        Assert.Subset(areas.Split(',').ToHashSet(), shown.ToHashSet());
    }

    [Fact]
    public async Task Peers_ByAnUnknownRule_AreToldAsOnEveryPage()
    {
        foreach (var path in new[] { "/compare?country=~KEN&peers=friends", "/fiscal-space?country=~KEN&peers=friends", "/country/KEN?peers=friends" })
        {
            Assert.Contains("– peers are income, region, neighbours or none.", (await Page(path)).QuerySelector(".ignored")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LinkFromACountry_CarriesTheRuleOfItsPeers()
    {
        var page = await Page("/country/KEN?peers=region");

        Assert.Contains("/compare?peers=region&country=~KEN", page.QuerySelectorAll("a.action").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/compare?country=group:KEN", "there is no such group")]
    [InlineData("/compare?country=group:QQQ", "there is no such group")]
    [InlineData("/compare?country=group:LIC~group:LMC", "only one group at a time")]
    [InlineData("/country/KEN?country=group:LIC", "this page does not take the members of a group")]
    public async Task GroupThatIsNotFollowed_IsTold(string url, string reason)
    {
        var page = await Page(url);

        Assert.Contains(reason, Assert.Single(page.QuerySelectorAll(".ignored li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingChosen_SaysWhatToDo()
    {
        var page = await Page("/compare");

        Assert.Equal("Nothing is chosen yet", page.QuerySelector(".notice-title")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    private static List<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll(".compare")[0].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(Said)))];

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));

    private static string Said(IElement cell) => string.Join(' ', cell.TextContent.Replace('\u00a0', ' ').Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
