using System.Net;
using System.Text.Json;
using SpIndicators.Dashboards.Api.Door;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary>What holds for every address of the API: who may ask, how often, from which page; and pages of rows.</summary>
public sealed class DoorTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task Questions_BeyondTheLimit_AreRefusedUntilTheNextMinute()
    {
        var limited = Dashboard.With(new ApiLimits { PerMinute = 2 });
        await using var _ = limited;
        await limited.InitializeAsync();
        limited.Time.Advance(TimeSpan.FromSeconds(20));

        using var first = await limited.Get("/api/v1/indicators");
        using var second = await limited.Get("/api/v1/indicators");
        using var third = await limited.Get("/api/v1/data/coverage.csv");
        using var page = await limited.Get("/about");
        limited.Time.Advance(TimeSpan.FromSeconds(40));
        using var later = await limited.Get("/api/v1/indicators");

        Assert.Equal([("2", "1", "40"), ("2", "0", "40"), ("2", "0", "40"), ("2", "1", "60")], new[] { first, second, third, later }.Select(answer =>
            (Header(answer, "RateLimit-Limit"), Header(answer, "RateLimit-Remaining"), Header(answer, "RateLimit-Reset"))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.OK], new[] { first, second, third, page, later }.Select(answer => answer.StatusCode));
        Assert.Equal(("40", "no-store", "application/problem+json"), (Header(third, "Retry-After"), third.Headers.CacheControl!.ToString(), third.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task ThisMachine_WithoutASetting_MayAskAsOftenAsItLikes()
    {
        using var answer = await dashboard.Get("/api/v1/indicators");

        Assert.False(answer.Headers.Contains("RateLimit-Limit"));
    }

    [Fact]
    public void Downloads_ToOneNetwork_AreCountedTogether_AndApartFromOthers()
    {
        var counts = new AskerCounts(new ManualTime(DateTimeOffset.UnixEpoch));
        var home = IPAddress.Parse("2001:db8:1:2::1");

        Assert.True(counts.TryBeginDownload(home, 1));
        Assert.False(counts.TryBeginDownload(IPAddress.Parse("2001:db8:1:2:ffff::9"), 1));
        Assert.True(counts.TryBeginDownload(IPAddress.Parse("2001:db8:1:3::1"), 1));
        Assert.True(counts.TryBeginDownload(IPAddress.Parse("10.0.0.1"), 1));
        Assert.False(counts.TryBeginDownload(IPAddress.Parse("::ffff:10.0.0.1"), 1));
        counts.EndDownload(home);
        Assert.True(counts.TryBeginDownload(home, 1));
    }

    [Theory]
    [InlineData("/api/v1/indicators", HttpStatusCode.OK)]
    [InlineData("/api/v1/observations?sex=X", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task Answer_WhateverItIs_MayBeReadByPagesOfOtherOrigins(string url, HttpStatusCode status)
    {
        using var answer = await dashboard.Get(url, ("Origin", "https://union.example"));

        Assert.Equal((status, "*"), (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin")));
        Assert.Contains("RateLimit-Remaining", Header(answer, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        using var page = await dashboard.Get("/about", ("Origin", "https://union.example"));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("OPTIONS", HttpStatusCode.NoContent)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task Method_OtherThanReading_IsAnsweredInTheTermsOfHttp(string method, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/observations");
        using var answer = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, "*"), (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin")));
        Assert.Equal(status == HttpStatusCode.NoContent ? "GET, HEAD, OPTIONS" : null, Header(answer, "Access-Control-Allow-Methods"));
        if (status == HttpStatusCode.MethodNotAllowed)
        {
            Assert.Equal("GET,HEAD,OPTIONS", string.Join(',', answer.Content.Headers.Allow));
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(405, problem.RootElement.GetProperty("status").GetInt32());
        }
    }

    [Fact]
    public async Task Pages_FollowedByTheirLinks_AreAllRowsOnce()
    {
        List<string> seen = [];
        var url = "/api/v1/observations?limit=5&sex=T";
        for (var pages = 0; url is not null; pages++)
        {
            Assert.True(pages < 4, "Twelve rows by five are three pages.");
            using var answer = await dashboard.Get(url);
            using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            seen.AddRange(document.RootElement.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("ref_area")} {row.GetProperty("contingency")} {row.GetProperty("time_period")}"));
            url = Header(answer, "Link")?.Split(", ").FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
        }

        Assert.Equal((11, 11), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task LastPage_HasLinksBackOnly()
    {
        using var answer = await dashboard.Get("/api/v1/observations?limit=10&offset=10");

        Assert.Equal("</api/v1/observations?limit=10&offset=0>; rel=\"prev\", </api/v1/observations?limit=10&offset=0>; rel=\"first\"", Header(answer, "Link"));
    }

    [Fact]
    public async Task PublishedFile_Whole_InPartsAndAgain_IsWhatIsOnTheDisk()
    {
        var url = $"/api/v1/bulk/spindicators-{SmallWarehouse.FirstVintage}.duckdb";
        var bytes = await File.ReadAllBytesAsync(dashboard.Warehouse.Folder.FileOf(SmallWarehouse.Vintage(SmallWarehouse.FirstVintage)), TestContext.Current.CancellationToken);

        using var whole = await dashboard.Get(url);
        using var part = await dashboard.Get(url, ("Range", "bytes=100-199"), ("If-Range", whole.Headers.ETag!.ToString()));
        using var again = await dashboard.Get(url, ("If-None-Match", whole.Headers.ETag.ToString()));
        using var latest = await dashboard.Get("/api/v1/bulk/spindicators-latest.duckdb");
        using var none = await dashboard.Get("/api/v1/bulk/spindicators-2020-01-01.duckdb");

        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.False(whole.Headers.ETag.IsWeak);
        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.NotModified, HttpStatusCode.NotFound), (part.StatusCode, again.StatusCode, none.StatusCode));
        Assert.Equal(bytes[100..200], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(url, latest.Headers.Location!.ToString());
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
