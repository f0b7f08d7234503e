using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.FirstBuild;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>Before anything is published.</summary>
public sealed class FirstBuildTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = Dashboard.Unpublished();

    private BuildProgress Progress => dashboard.Services.GetRequiredService<BuildProgress>();

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("/", "en", "The figures are being put together")]
    [InlineData("/sources?lang=fr", "fr", "Les chiffres sont en cours de préparation")]
    [InlineData("/no/such/page?lang=es", "es", "Se están preparando las cifras")]
    public async Task AnyPage_WhileTheFirstBuildRuns_ShowsHowFarItIsAndAsksAgain(string url, string lang, string heading)
    {
        Progress.Done(BuildStage.Verify, "<worldbank_wdi> 2026-07", 26, 26);
        Progress.Done(BuildStage.Load, "unsd_sdg 2020-10-19", 7, 26);
        using var response = await dashboard.Get(url);
        var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
        Assert.Equal(lang, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("1", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        var bars = page.QuerySelectorAll("progress");
        Assert.Equal(5, bars.Length);
        Assert.Equal(("26", "7"), (bars[1].GetAttribute("max"), bars[1].GetAttribute("value")));
        Assert.Equal("<worldbank_wdi> 2026-07", page.QuerySelector(".done .build-step-item")!.TextContent);
        Assert.Contains("unsd_sdg 2020-10-19", page.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterAFailedBuild_GivesTheReasonAndWhenItIsTriedAgain()
    {
        Progress.Fail("worldbank_wdi.csv.gz: the sha256 is not <that> of the card.", TimeSpan.FromSeconds(4.2));
        var page = await Html.Parse(await dashboard.Text("/"));

        Assert.Equal("The figures could not be put together", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("worldbank_wdi.csv.gz: the sha256 is not <that> of the card.", page.QuerySelector(".notice-failure [lang=en]")!.TextContent);
        Assert.Contains("in 5 s", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OncePublished_IsThePageAskedFor()
    {
        _ = await dashboard.Text("/sources");
        dashboard.Warehouse.Publish(SmallWarehouse.FirstVintage);
        using var response = await dashboard.Get("/sources");
        var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Sources and licences", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Api_WhileTheFirstBuildRuns_AnswersWithProblemDetailsAndWhenToAskAgain()
    {
        using var response = await dashboard.Get("/api/v1/observations");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(503, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Health_SaysLiveAlwaysAndReadyOncePublished()
    {
        using var live = await dashboard.Get("/healthz");
        using var notReady = await dashboard.Get("/readyz");
        dashboard.Warehouse.Publish(SmallWarehouse.FirstVintage);
        using var ready = await dashboard.Get("/readyz");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady.StatusCode);
        Assert.Equal("application/problem+json", notReady.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains(SmallWarehouse.FirstVintage, await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhenThePublishedFileDoesNotOpen_IsLiveButNotReady()
    {
        var vintage = SmallWarehouse.Vintage(SmallWarehouse.FirstVintage);
        await File.WriteAllTextAsync(dashboard.Warehouse.Folder.FileOf(vintage), "this is no database", TestContext.Current.CancellationToken);
        dashboard.Warehouse.Folder.PointTo(vintage);
        using var live = await dashboard.Get("/healthz");
        using var ready = await dashboard.Get("/readyz");
        using var page = await dashboard.Get("/sources");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
    }
}
