using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>What a browser really sends decides the language of a first visit, and only that.</summary>
public sealed class FirstVisitTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    [Fact]
    public async Task FirstVisit_OfAFrenchBrowser_IsFrench_AndCanBeLeftForEnglishForGood()
    {
        await using var opened = await Site.Open(new PageVisit("first-visit", "/sources"));
        var page = opened.Page;
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Language"] = "fr-FR,fr;q=0.9,en;q=0.5" });

        await page.GotoAsync("/");
        Assert.EndsWith("/?lang=fr", page.Url, StringComparison.Ordinal);
        Assert.Equal("fr", await Language(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await page.Locator("html[lang=en]").WaitForAsync();
        await page.ReloadAsync();

        Assert.Equal("en", await Language(page));
        Assert.EndsWith("/", page.Url, StringComparison.Ordinal);
    }

    private static Task<string?> Language(IPage page) => page.Locator("html").GetAttributeAsync("lang");
}
