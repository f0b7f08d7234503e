#if FULL_FEED
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.App.Serving;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Pipelines;
using SpIndicators.Tests.DuckDb;

namespace SpIndicators.Tests.Running;

/// <summary>The program with Hangfire in its settings, as <c>spi serve</c> starts it.</summary>
public sealed class HangfirePagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/hangfire")]
    [InlineData("GET", "/hangfire/recurring")]
    [InlineData("POST", "/hangfire/recurring/remove")]
    [InlineData("POST", "/hangfire/stats")]
    public async Task HangfiresPages_ForWhoIsNotSignedIn_LeadToTheSignIn(string method, string path)
    {
        await using var app = WebServer.Build(Options("hangfire"), TimeProvider.System);
        await app.StartAsync(Token);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Token);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.OriginalString.Split('?')[0]);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal([SecurityHeaders.ContentSecurityPolicy], answer.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task HangfiresPages_AreForStaffOnly_AndOnlyWithHangfire()
    {
        await using var app = WebServer.Build(Options("hangfire"), TimeProvider.System);
        var pages = Assert.Single(Pages(app));
        Assert.Contains(pages.Metadata.GetOrderedMetadata<IAuthorizeData>(), rule => rule.Policy == Policies.Staff);
        Assert.NotNull(pages.Metadata.GetMetadata<PersonalAttribute>());

        await using var other = WebServer.Build(Options("quartz"), TimeProvider.System);
        Assert.Empty(Pages(other));
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<Endpoint> Pages(IEndpointRouteBuilder app) => app.DataSources
        .SelectMany(source => source.Endpoints)
        .Where(endpoint => endpoint is RouteEndpoint route && route.RoutePattern.RawText!.StartsWith("/hangfire", StringComparison.Ordinal));

    private ServeOptions Options(string scheduler)
    {
        File.WriteAllText(folder.File("settings.json"), $$"""{ "scheduler": "{{scheduler}}" }""");
        return new(new WarehouseHome(Path.GetDirectoryName(folder.File("settings.json"))!), "http://127.0.0.1:0", Refreshes: false, Verbose: false);
    }
}
#endif
