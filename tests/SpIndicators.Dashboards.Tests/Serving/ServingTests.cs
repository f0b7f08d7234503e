using System.IO.Compression;
using System.Net;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>What every answer carries: the headers, the language, the coding, the words when something is amiss.</summary>
public sealed class ServingTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("/sources", HttpStatusCode.OK)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/test/failing", HttpStatusCode.InternalServerError)]
    [InlineData("/api/v1/indicators", HttpStatusCode.OK)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    public async Task Answer_OfAnyStatus_KeepsThePageToThisServer(string url, HttpStatusCode status)
    {
        using var response = await dashboard.Get(url);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Single(response.Headers.GetValues("Referrer-Policy"));
        Assert.Single(response.Headers.GetValues("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"), "The server names itself.");
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/no/such/page")]
    [InlineData("/test/failing")]
    [InlineData("/api/v1/observations")]
    [InlineData("/api/v1/observations?sex=X")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/css/app.css")]
    [InlineData("/healthz")]
    public async Task Answer_ThatCompressionCouldApplyTo_SaysSoOnceWhateverTheReaderAsks(string url)
    {
        foreach (var coding in new[] { "", "identity", "gzip", "br", "gzip" })
        {
            using var response = coding.Length == 0 ? await dashboard.Get(url) : await dashboard.Get(url, ("Accept-Encoding", coding));

            Assert.True(response.Headers.Vary.Count(field => string.Equals(field, "Accept-Encoding", StringComparison.OrdinalIgnoreCase)) == 1, $"{url}, asked for '{coding}': {string.Join(", ", response.Headers.Vary)}");
        }
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/test/island")]
    [InlineData("/no/such/page")]
    public async Task Page_HasNoInlineScriptOrStyleAndNothingFromElsewhere(string url)
    {
        var page = await Html.Parse(await dashboard.Text(url));

        Assert.NotEmpty(page.Scripts);
        Assert.All(page.Scripts, script => Assert.Empty(script.TextContent));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload]"));
        Assert.All(page.QuerySelectorAll("script, link[rel=stylesheet], img"), element =>
            Assert.DoesNotContain("//", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "en", "Sources and licences")]
    [InlineData("?lang=fr", "fr", "Sources et licences")]
    [InlineData("?lang=es", "es", "Fuentes y licencias")]
    public async Task Page_InEachLanguage_SaysWhichAndLinksTheOthers(string query, string lang, string title)
    {
        var page = await Html.Parse(await dashboard.Text("/sources" + query));

        Assert.Equal(lang, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["/sources", "/sources?lang=fr", "/sources?lang=es"],
            page.QuerySelectorAll("link[rel=alternate]").Where(l => l.GetAttribute("hreflang") != "x-default").Select(l => l.GetAttribute("href")));
        Assert.Equal(lang, page.QuerySelector(".language-switch [aria-current]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task LanguageSwitch_KeepsTheRestOfTheQuery()
    {
        var page = await Html.Parse(await dashboard.Text("/test/island?country=KEN~SEN&sex=F"));

        Assert.Equal("/test/island?country=KEN~SEN&sex=F&lang=fr", page.QuerySelector(".language-switch [lang=fr]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_WithSlipsInItsAddress_SaysWhichInItsLanguageAndShowsTheRest()
    {
        var page = await Html.Parse(await dashboard.Text("/revisions?lang=fr&country=XXX~KEN&unknown=1"));

        var notice = page.QuerySelector(".notice-attention")!;
        Assert.Equal(["country=XXX", "unknown=1"], notice.QuerySelectorAll("code").Select(c => c.TextContent));
        Assert.Contains("ce pays n’existe pas", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("/revisions?country=~KEN&lang=es", page.QuerySelector(".language-switch [lang=es]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task UnknownLanguage_IsEnglishWithANotice()
    {
        var page = await Html.Parse(await dashboard.Text("/sources?lang=de"));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("lang=de", page.QuerySelector(".notice-attention")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingPage_IsSaidInTheReadersLanguage()
    {
        using var response = await dashboard.Get("/no/such/page?lang=es");
        var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Esta página no existe", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task FailingPage_SaysSoInTheReadersLanguageAndNothingOfTheInside()
    {
        using var response = await dashboard.Get("/test/failing?lang=fr");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("Une erreur s’est produite", (await Html.Parse(text)).QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task PageAndJson_AreCompressedAsTheReaderAccepts(string coding)
    {
        foreach (var url in new[] { "/sources", "/api/v1/observations" })
        {
            using var plain = await dashboard.Get(url);
            using var packed = await dashboard.Get(url, ("Accept-Encoding", coding));
            await using var bytes = await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using Stream unpacked = coding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);

            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.Equal(coding, Assert.Single(packed.Content.Headers.ContentEncoding));
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            Assert.Equal(
                WithoutState(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
                WithoutState(await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken)),
                StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task Head_AnswersAsGetWithoutTheBody()
    {
        using var head = await dashboard.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/sources"), TestContext.Current.CancellationToken);
        using var get = await dashboard.Get("/sources");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_ToAPage_IsRefused()
    {
        using var response = await dashboard.Client.PostAsync("/sources", new FormUrlEncodedContent([new("a", "1")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    /// <summary>The framework's state at the end of a page is encrypted anew in each rendering.</summary>
    private static string WithoutState(string page) => page.Split("<!--Blazor-Server-Component-State")[0];
}
