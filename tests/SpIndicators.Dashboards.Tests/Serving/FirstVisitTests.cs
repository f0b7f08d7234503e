using System.Net;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>The language of a first visit; everywhere else the address alone says it.</summary>
public sealed class FirstVisitTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("fr-CH, en;q=0.5", "none", "/?lang=fr")]
    [InlineData("de, es-419;q=0.8, fr;q=0.4", "cross-site", "/?lang=es")]
    [InlineData("en;q=0.2, ES", "same-site", "/?lang=es")]
    public async Task FirstVisit_WithAnotherLanguage_IsLedToItsAddress(string languages, string site, string address)
    {
        using var response = await Visit("/", languages, site);

        Assert.Equal((HttpStatusCode.Redirect, address), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        SaysWhatItDependsOn(response);
    }

    [Theory]
    [InlineData("en-GB, fr;q=0.9", "none")]
    [InlineData("fr;q=0, de", "none")]
    [InlineData("*", "none")]
    [InlineData(";;;", "none")]
    [InlineData("", "none")]
    [InlineData("fr", "same-origin")]
    [InlineData("fr", "")]
    public async Task Otherwise_TheOverviewIsEnglish_AndSaysWhatItDependsOn(string languages, string site)
    {
        // The second answer comes out of the output cache.
        for (var i = 0; i < 2; i++)
        {
            using var response = await Visit("/", languages, site);
            var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal((HttpStatusCode.OK, "en"), (response.StatusCode, page.DocumentElement.GetAttribute("lang")));
            SaysWhatItDependsOn(response);
        }
    }

    [Theory]
    [InlineData("/?lang=en", "en")]
    [InlineData("/?lang=es", "es")]
    [InlineData("/sources", "en")]
    [InlineData("/?contingency=POOR", "en")]
    public async Task AnAddressThatSaysMore_IsFollowed(string url, string language)
    {
        using var response = await Visit(url, "fr", "none");
        var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("Accept-Language", response.Headers.Vary);
    }

    private static void SaysWhatItDependsOn(HttpResponseMessage response) =>
        Assert.Equal(["Accept-Language", "Sec-Fetch-Mode", "Sec-Fetch-Site"], response.Headers.Vary.Where(v => !v.Equals("Accept", StringComparison.Ordinal) && v != "Accept-Encoding").Order());

    private Task<HttpResponseMessage> Visit(string url, string languages, string site) => dashboard.Get(url,
        [("Sec-Fetch-Mode", "navigate"), .. languages.Length > 0 ? [("Accept-Language", languages)] : Array.Empty<(string, string)>(), .. site.Length > 0 ? [("Sec-Fetch-Site", site)] : Array.Empty<(string, string)>()]);
}
