using System.Net;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>Pages and JSON are kept under vintage, language and query, and for no longer than they are true.</summary>
public sealed class CachingTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = new();

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("/sources")]
    [InlineData("/api/v1/observations?country=DEU")]
    public async Task Reader_WhoHasTheAnswer_Gets304UntilTheNextVintage(string url)
    {
        using var first = await dashboard.Get(url);
        var etag = first.Headers.ETag!;
        using var again = await dashboard.Get(url, ("If-None-Match", etag.ToString()));
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage);
        dashboard.Time.Advance(TimeSpan.FromSeconds(2));
        using var afterwards = await dashboard.Get(url, ("If-None-Match", etag.ToString()));

        Assert.True(etag.IsWeak);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(etag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, afterwards.StatusCode);
        Assert.NotEqual(etag, afterwards.Headers.ETag);
        Assert.Contains(SmallWarehouse.SecondVintage[..4], await afterwards.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/api/v1/indicators")]
    [InlineData("/api/v1/observations?country=DEU")]
    public async Task Reader_WhoHasAnyAnswer_Gets304(string url)
    {
        using var any = await dashboard.Get(url, ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.NotModified, any.StatusCode);
        Assert.NotNull(any.Headers.ETag);
        Assert.Contains("Accept-Encoding", any.Headers.Vary);
    }

    [Theory]
    [InlineData("/data", true)]
    [InlineData("/search", true)]
    [InlineData("/search?q=kenya", false)]
    [InlineData("/search?surprise=1", false)]
    public async Task Page_OfFreeText_IsNotKeptInMemory(string url, bool isKept)
    {
        using var first = await dashboard.Get(url);
        using var second = await dashboard.Get(url);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(isKept, second.Headers.Age is not null);
    }

    [Theory]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/observations?contingency=SICKNESS", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/observations?vintage=2020-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?surprise=1", HttpStatusCode.BadRequest)]
    public async Task Any_WhereThereIsNoAnswer_IsNotTakenForOne(string url, HttpStatusCode status)
    {
        using var any = await dashboard.Get(url, ("If-None-Match", "*"));

        Assert.Equal(status, any.StatusCode);
    }

    [Fact]
    public async Task Page_OfAFrozenVintage_StaysWhenTheNextIsPublished()
    {
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage);
        dashboard.Time.Advance(TimeSpan.FromSeconds(2));
        var frozen = await Html.Parse(await dashboard.Text($"/sources?vintage={SmallWarehouse.FirstVintage}"));
        var current = await Html.Parse(await dashboard.Text("/sources"));

        Assert.Contains("1 January 2026", frozen.QuerySelector(".site-footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 January 2026", frozen.QuerySelector(".notice-information")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 February 2026", current.QuerySelector(".site-footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FrozenPage_SaysWhenThereAreNewerFigures()
    {
        var address = $"/sources?vintage={SmallWarehouse.FirstVintage}";
        using var before = await dashboard.Get(address);
        using var embedBefore = await dashboard.Get($"/overview.embed?vintage={SmallWarehouse.FirstVintage}");
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage);
        dashboard.Time.Advance(TimeSpan.FromSeconds(2));
        using var after = await dashboard.Get(address, ("If-None-Match", before.Headers.ETag!.ToString()));
        using var embedAfter = await dashboard.Get($"/overview.embed?vintage={SmallWarehouse.FirstVintage}");
        var newest = await dashboard.Text($"/sources?vintage={SmallWarehouse.SecondVintage}");

        Assert.Contains("there are none newer", await Notice(before), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("published since, on 1 February 2026", await Notice(after), StringComparison.Ordinal);
        Assert.Contains("there are none newer", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("published since", await embedBefore.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("published since, on 1 February 2026", await embedAfter.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        static async Task<string> Notice(HttpResponseMessage page) =>
            (await Html.Parse(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).QuerySelector(".notice-information")!.TextContent;
    }

    [Fact]
    public async Task ETag_IsTheSameForTheSameQuestionAndDiffersForAnother()
    {
        async Task<string> ETag(string url)
        {
            using var response = await dashboard.Get(url);
            return response.Headers.ETag!.ToString();
        }

        var plain = await ETag("/indicator?country=KEN~SEN&sex=F");
        Assert.Equal(plain, await ETag("/indicator?sex=f&country=ken+sen"));
        Assert.Equal(plain, await ETag("/indicator?sex=F&time=latest&country=KEN~SEN&lang=en"));
        Assert.NotEqual(plain, await ETag("/indicator?country=KEN~SEN&sex=F&lang=fr"));
        Assert.NotEqual(plain, await ETag("/indicator?country=SEN~KEN&sex=F"));
        Assert.NotEqual(plain, await ETag("/indicator?country=KEN~SEN&sex=F&slip=1"));
    }

    [Fact]
    public async Task SecondReader_GetsTheKeptAnswerByteForByte()
    {
        // The marker of an island is signed anew in each rendering: equal bytes mean that there was only one.
        var first = await dashboard.Text("/test/island");
        var second = await dashboard.Text("/test/island");
        using var another = await dashboard.Get("/test/island?lang=fr");

        Assert.Contains("<!--Blazor:{\"type\":\"server\"", first, StringComparison.Ordinal);
        Assert.Equal(first, second, StringComparer.Ordinal);
        Assert.NotEqual(first, await another.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparer.Ordinal);
    }

    [Fact]
    public async Task PageWithAnIsland_IsRenderedAnewBeforeItsMarkerExpires()
    {
        using var first = await dashboard.Get("/test/island");
        var body = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var etag = first.Headers.ETag!.ToString();
        dashboard.Time.Advance(ReadKey.IslandsLast - TimeSpan.FromSeconds(1));
        using var justBefore = await dashboard.Get("/test/island", ("If-None-Match", etag));
        dashboard.Time.Advance(TimeSpan.FromSeconds(1));
        using var after = await dashboard.Get("/test/island", ("If-None-Match", etag));

        Assert.True(ReadKey.IslandsLast < TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.NotModified, justBefore.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(etag, after.Headers.ETag!.ToString());
        Assert.NotEqual(body, await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparer.Ordinal);
    }

    [Fact]
    public async Task PageWithoutIslands_IsGoodForLonger()
    {
        using var first = await dashboard.Get("/sources");
        dashboard.Time.Advance(TimeSpan.FromHours(3));
        using var later = await dashboard.Get("/sources", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, later.StatusCode);
    }

    [Theory]
    [InlineData("/sources", false)]
    [InlineData("/test/island", true)]
    public async Task Page_HoldsAnInteractiveComponent_ExactlyWhenItIsMarkedSo(string url, bool isMarked)
    {
        using var first = await dashboard.Get(url);
        dashboard.Time.Advance(ReadKey.IslandsLast);
        using var later = await dashboard.Get(url);
        var hasMarker = (await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("<!--Blazor:{\"type\":\"server\"", StringComparison.Ordinal);

        Assert.Equal(isMarked, hasMarker);
        Assert.Equal(isMarked, first.Headers.ETag!.ToString() != later.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task EnhancedNavigation_HasAnAnswerOfItsOwn()
    {
        const string Enhanced = "text/html; blazor-enhanced-nav=on";
        using var plain = await dashboard.Get("/sources");
        using var enhanced = await dashboard.Get("/sources", ("Accept", Enhanced));
        using var kept = await dashboard.Get("/sources", ("Accept", Enhanced));

        Assert.NotEqual(plain.Headers.ETag, enhanced.Headers.ETag);
        Assert.Contains("Accept", plain.Headers.Vary);
        Assert.Equal("allow", Assert.Single(kept.Headers.GetValues("blazor-enhanced-nav")));
        Assert.Equal(enhanced.Headers.GetValues("ssr-framing"), kept.Headers.GetValues("ssr-framing"));
    }

    [Fact]
    public async Task AnswerWithACookie_IsNeitherKeptNorTagged()
    {
        using var first = await dashboard.Get("/test/cookie");
        using var second = await dashboard.Get("/test/cookie");

        Assert.All([first, second], response =>
        {
            Assert.Single(response.Headers.GetValues("Set-Cookie"));
            Assert.Null(response.Headers.ETag);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Null(response.Headers.Age);
        });
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/test/island")]
    public async Task Page_SetsNoCookie(string url)
    {
        using var response = await dashboard.Get(url);

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
