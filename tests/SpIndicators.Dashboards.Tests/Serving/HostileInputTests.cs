using System.Net;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>Whatever stands in an address: an answer in words, never a failure, never markup of somebody else's.</summary>
public sealed class HostileInputTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    private static readonly string[] Parameters =
        ["country", "contingency", "sex", "time", "measure", "maxAge", "release", "lang", "vintage", "indicator", "limit", "offset", "unknown"];

    public static TheoryData<string> Values() =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; drop table indicators.coverage; --", "{0} {1} {{", "%s%n",
        "../../etc/passwd", "\0", "\u202e\ud83d\ude00", "~~~~", "+", "99999999999999999999", "-1", "NaN", "1e309", "..", "2020..", "2026-02-30", "@", new string('é', 300),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AnyValue_OfAnyParameter_IsAnsweredInWordsAndEscaped(string value)
    {
        foreach (var parameter in Parameters)
        {
            foreach (var path in new[] { "/sources", "/test/island", "/no/page", "/api/v1/observations", "/api/v1/indicators", "/readyz" })
            {
                using var response = await dashboard.Get($"{path}?{parameter}={Uri.EscapeDataString(value)}");
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

                Assert.True((int)response.StatusCode < 500, $"{path}?{parameter}={value} is answered with {response.StatusCode}.");
                if (response.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    var page = await Html.Parse(text);
                    Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
                    Assert.All(page.Scripts, script => Assert.Empty(script.TextContent));
                }
            }
        }
    }

    [Theory]
    [InlineData("/sources?%00=%00&=&&&==&country")]
    [InlineData("/sources?country=%C3%28&lang=%FF")]
    [InlineData("/sources?<script>alert(1)</script>=1")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/sources/../../..//")]
    public async Task OddAddress_IsAnsweredInWordsAndEscaped(string url)
    {
        using var response = await dashboard.Get(url);
        var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.True((int)response.StatusCode < 500);
        Assert.All(page.Scripts, script => Assert.Empty(script.TextContent));
    }

    [Fact]
    public async Task NullInThePath_IsRefusedByTheServer()
    {
        using var response = await dashboard.Get("/sources%00");

        Assert.True((int)response.StatusCode is >= 400 and < 500);
    }

    [Theory]
    [InlineData("/sources", HttpStatusCode.OK)]
    [InlineData("/api/v1/observations", HttpStatusCode.BadRequest)]
    public async Task LongValue_IsNotReadNorRepeated(string path, HttpStatusCode status)
    {
        using var response = await dashboard.Get($"{path}?country={new string('K', 5_000)}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain(new string('K', 200), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TenKilobytes_AreRefusedByTheServerWithoutAFailure()
    {
        using var response = await dashboard.Get($"/sources?country={new string('K', 10_240)}");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Fact]
    public async Task NameWithMarkupInTheData_IsShownAsText()
    {
        var page = await Html.Parse(await dashboard.Text("/test/island?country=ESC"));

        Assert.Contains(page.QuerySelectorAll(".picker-option span"), option => option.TextContent == "<b>\"Escape\" & Co</b>");
        Assert.Empty(page.QuerySelectorAll("main b"));
    }
}
