using System.Net;
using System.Text.RegularExpressions;

namespace SpIndicators.Browser.Tests;

/// <summary>What the menu under a chart offers is there, on every page and whatever was added to the page's address on its way.</summary>
public sealed partial class MenuLinkTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    [Theory]
    [InlineData("/?lang=fr", 2)]
    [InlineData("/explore?utm_source=newsletter&fbclid=1", 1)]
    [InlineData("/explore?tab=line&country=KEN~XYZ&lang=es", 1)]
    [InlineData("/explore?tab=multiples&country=KEN~SEN", 1)]
    [InlineData("/compare?country=KEN~SEN&surprise=1", 2)]
    [InlineData("/calculator?country=~KEN&surprise=1", 2)]
    [InlineData("/calculator?country=~KEN&b=on&lang=fr", 2)]
    [InlineData("/fiscal-space?country=~KEN", 1)]
    [InlineData("/country/KEN?lang=fr&gclid=3", 3)]
    [InlineData("/indicator?contingency=OLD_AGE&country=~KEN", 3)]
    public async Task EveryLink_OfAMenu_IsAnswered(string address, int charts)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var page = await http.GetStringAsync(address, TestContext.Current.CancellationToken);
        var menus = page.Split("class=\"chart-download\"").Skip(1).Select(menu => menu.Split("</details>")[0]).ToList();
        var links = menus.SelectMany(menu => Link().Matches(menu).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            // The codes to embed are HTML in a text field: encoded once for each.
            .Concat(Frame().Matches(menu).Select(match => WebUtility.HtmlDecode(WebUtility.HtmlDecode(match.Groups[1].Value))))).ToList();

        Assert.Equal(charts, menus.Count);
        Assert.InRange(links.Count, 16 * charts, 24 * charts);
        // Pictures in pixels take a browser each; other tests make them.
        foreach (var link in links.Where(link => !link.Contains(".png", StringComparison.Ordinal) && !link.Contains(".pdf", StringComparison.Ordinal)))
        {
            using var answer = await http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link} answers {answer.StatusCode}");
        }
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("src=&quot;(.*?)&quot;")]
    private static partial Regex Frame();
}
