using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The search over names in three languages, and what it does with whatever somebody types.</summary>
public sealed class SearchTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("cote d'ivoire", "Côte d’Ivoire")]
    [InlineData("IVORY", "Côte d’Ivoire (Ivory Coast)")]
    [InlineData("civ", "Côte d’Ivoire (CIV)")]
    [InlineData("alemania", "Germany (Alemania)")]
    [InlineData("egyp", "Egypt")]
    public async Task Country_IsFoundByAnyOfItsNames_AndTheNameThatFoundItIsSaid(string text, string found)
    {
        var page = await Html.Parse(await dashboard.Text($"/search?q={Uri.EscapeDataString(text)}"));

        Assert.Equal(found, Said(page.QuerySelector(".hits li")!.TextContent));
    }

    [Theory]
    [InlineData("en", "Women", "/topics/gender")]
    [InlineData("fr", "femmes", "/topics/gender?lang=fr")]
    [InlineData("en", "wage work", "/data/wage")]
    [InlineData("es", "uruguay", "/country/URY?lang=es")]
    public async Task Hit_LeadsToItsPage_InTheSameLanguage(string lang, string text, string href)
    {
        var page = await Html.Parse(await dashboard.Text($"/search?q={Uri.EscapeDataString(text)}&lang={lang}"));

        Assert.Equal(href, page.QuerySelector(".hits a")!.GetAttribute("href"));
        Assert.Equal(lang, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task WholeName_ComesBeforeABeginning_ThatBeforeAWord_AndThatBeforeLettersAnywhere()
    {
        var page = await Html.Parse(await dashboard.Text("/search?q=bbb"));

        Assert.Equal(["Bbb", "Egypt (Bbb land)", "Kenya (Old bbb)", "Uruguay (xbbbx)"], page.QuerySelectorAll(".hits li").Select(hit => Said(hit.TextContent)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' or 1=1 --")]
    [InlineData("%_\\")]
    [InlineData("\u202e\ud83d\ude00")]
    public async Task AnyText_IsShownAsText_AndFindsNothingItShouldNot(string text)
    {
        var answer = await dashboard.Client.GetAsync($"/search?q={Uri.EscapeDataString(text)}", TestContext.Current.CancellationToken);
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(page.QuerySelectorAll(".hits li"));
        Assert.Equal("Nothing found", page.QuerySelector(".notice-title")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TooLongAText_IsToldAndNotSearchedFor()
    {
        var page = await Html.Parse(await dashboard.Text($"/search?q={new string('a', 101)}"));

        Assert.Contains("100", page.QuerySelector(".ignored li")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".hits li"));
    }

    private static string Said(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
