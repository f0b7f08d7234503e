using System.Net;
using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>A chart in a page of another origin, as an article shows it; and the pages that nobody may show in theirs.</summary>
public sealed class EmbedTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    /// <summary>What Chromium puts into a frame that it was told not to fill.</summary>
    private const string Refused = "chrome-error://chromewebdata/";

    [Theory]
    [InlineData("/overview.embed", "en", "Explore the figures")]
    [InlineData("/country/KEN.embed?chart=left-out", "fr", "Explorer les chiffres")]
    public async Task Embed_InAPageOfAnotherOrigin_IsShown(string path, string language, string link)
    {
        var embed = new Uri(Site.Address, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
        await using var article = new ForeignPage($"<!DOCTYPE html><title>An article</title><h1>An article</h1><iframe id=\"chart\" src=\"{WebUtility.HtmlEncode(embed.ToString())}\" width=\"700\" height=\"560\"></iframe>");
        await using var window = await Site.Window(article.Address);
        var page = await window.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" && !message.Text.Contains("favicon", StringComparison.Ordinal) ? [message.Text] : []);
        await page.GotoAsync("/");
        var frame = page.FrameLocator("#chart");

        await Assertions.Expect(frame.Locator("svg")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator("p > a")).ToContainTextAsync(link);
        Assert.NotEqual(article.Address.Authority, Site.Address.Authority);
        Assert.Equal(language, await frame.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await frame.Locator("svg [data-area][data-value]").CountAsync() > 3);
        // As wide as its frame, and not wider.
        var (wide, high) = await frame.Locator("svg").EvaluateAsync<double[]>("svg => [svg.getBoundingClientRect().width, svg.getBoundingClientRect().height]") is [var w, var h] ? (w, h) : (0, 0);
        Assert.InRange(wide, 500, 700);
        Assert.InRange(high, 200, 1200);
        Assert.Empty(errors);
        Assert.Empty(await window.CookiesAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/country/KEN")]
    [InlineData("/overview.svg")]
    [InlineData("/staff")]
    public async Task AnyOtherPage_InAPageOfAnotherOrigin_IsRefused(string path)
    {
        await using var article = new ForeignPage($"<!DOCTYPE html><title>An article</title><iframe id=\"page\" src=\"{new Uri(Site.Address, path)}\" width=\"700\" height=\"560\"></iframe>");
        await using var window = await Site.Window(article.Address);
        var page = await window.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        var frame = page.Frames.Single(inner => inner.ParentFrame is not null);

        Assert.Equal(Refused, await frame.EvaluateAsync<string>("() => location.href"));
        Assert.Equal(0, await page.FrameLocator("#page").Locator("svg, .site-footer").CountAsync());
        Assert.Contains(errors, error => error.Contains("frame-ancestors", StringComparison.Ordinal) || error.Contains("X-Frame-Options", StringComparison.Ordinal));
    }
}
