using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpIndicators.Dashboards.Api.Door;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>
/// The dashboard as it is served, on a real port of this machine, over a <see cref="SmallWarehouse"/>, with the test
/// pages beside its own. The clock stands at the start of a span of <c>ReadKey.IslandsLast</c>.
/// </summary>
public sealed class Dashboard : IAsyncLifetime
{
    private readonly WebApplication app;

    public Dashboard()
        : this(SmallWarehouse.Published())
    {
    }

    private Dashboard(SmallWarehouse warehouse, SignInOptions? signIn = null, ChromiumOptions? browser = null, ApiLimits? limits = null, ExportOptions? exports = null, string pathBase = "")
    {
        Warehouse = warehouse;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Dashboard).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        if (browser is not null)
        {
            builder.Services.AddSingleton(browser);
        }

        if (limits is not null)
        {
            builder.Services.AddSingleton(limits);
        }

        if (exports is not null)
        {
            builder.Services.AddSingleton(exports);
        }

        builder.Services.AddDashboard(warehouse.Folder, signIn);
        Office = new Office(Time);
        Office.AddTo(builder.Services);
        app = builder.Build();
        app.UsePathBase(pathBase);
        app.MapDashboard().AddAdditionalAssemblies(typeof(Dashboard).Assembly);
    }

    /// <summary>Nothing is published yet.</summary>
    public static Dashboard Unpublished() => new(new SmallWarehouse());

    /// <summary>As an installation says that people sign in.</summary>
    public static Dashboard With(SignInOptions signIn) => new(SmallWarehouse.Published(), signIn);

    /// <summary>With another browser for pictures than the machine's.</summary>
    public static Dashboard With(ChromiumOptions browser) => new(SmallWarehouse.Published(), browser: browser);

    /// <summary>As an installation limits what one address may ask.</summary>
    public static Dashboard With(ApiLimits limits) => new(SmallWarehouse.Published(), limits: limits);

    /// <summary>As an installation says where people reach its pages.</summary>
    public static Dashboard With(ExportOptions exports) => new(SmallWarehouse.Published(), exports: exports);

    /// <summary>Not at the root of its host.</summary>
    public static Dashboard Below(string pathBase) => new(SmallWarehouse.Published(), pathBase: pathBase);

    /// <summary>With more relations than the small warehouse has.</summary>
    public static Dashboard Over(string more)
    {
        var warehouse = new SmallWarehouse();
        warehouse.Publish(SmallWarehouse.FirstVintage, more);
        return new(warehouse);
    }

    public SmallWarehouse Warehouse { get; }

    /// <summary>Accounts, schedules and runs behind the staff pages.</summary>
    public Office Office { get; }

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => app.Services;

    /// <summary>Sends and receives as it is: no decompression, no redirects followed.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public Task<HttpResponseMessage> Get(string url, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Text(string url)
    {
        using var response = await Get(url);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What an address answers with; that it does is held.</summary>
    public async Task<string> Found(string url)
    {
        using var response = await Get(url);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.OK, text);
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await app.DisposeAsync();
        Warehouse.Dispose();
    }
}
