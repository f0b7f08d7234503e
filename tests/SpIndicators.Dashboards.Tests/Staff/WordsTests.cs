using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>What staff see of words that have no translation.</summary>
public sealed class WordsTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task NamesWithoutTranslation_AreCountedListByList_AndCodesWithoutANameAreNot()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "sami");
        using var answer = await visitor.Get("/staff/words");
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var lists = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").ToDictionary(
            row => row.QuerySelector("code")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray());
        Assert.Equal(["2", "2", "1"], lists["groups"]);
        Assert.Equal(["1", "0", "0"], lists["sex"]);
    }

    [Fact]
    public async Task WordsOfThePages_AreAllTranslated_AndThoseLikeEnglishAreListed()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "sami");
        using var answer = await visitor.Get("/staff/words?lang=fr");
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.All(page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr"), row => Assert.Equal("0", row.QuerySelectorAll("td")[0].TextContent));
        Assert.Contains(page.QuerySelectorAll("details code"), key => key.TextContent == "nav.sources");
    }
}
