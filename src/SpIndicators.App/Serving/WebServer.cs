using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;
using SpIndicators.App.Observability;
using SpIndicators.App.Running;
using SpIndicators.App.SignIn;
using SpIndicators.Dashboards;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Operations;
using SpIndicators.Operations.Users;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Serving;

/// <summary>The web server behind <c>spi serve</c>: dashboard, API and, unless told otherwise, the builds they wait for.</summary>
public static class WebServer
{
    /// <summary>Serves until it is stopped.</summary>
    public static void Run(ServeOptions options, TimeProvider time, CancellationToken cancellation)
    {
        using var telemetry = OpenTelemetryExport.Start();
        var app = Build(options, time);
        // One callback for both: several of one event run the last registered first, and the greeting would follow the password, or not.
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Greet(app, options);
            _ = FirstStart(app);
        });
        using var stop = cancellation.Register(app.Lifetime.StopApplication);
        app.Run();
    }

    /// <summary>Pages, API and exports over what is published, for this process alone: nothing is refreshed, nobody signs in.</summary>
    internal static WebApplication BuildToRead(WarehouseHome home, Settings settings, bool verbose, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        // Standard output is for results.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Error);
        builder.Services.AddSingleton(time);
        builder.Services.AddRunning(home, settings, time, runsJobs: false);
        builder.Services.AddExporting(settings);
        builder.Services.AddDashboard(home.Warehouse);
        var app = builder.Build();
        app.MapDashboard();
        return app;
    }

    internal static WebApplication Build(ServeOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls);
        // Without it, `dotnet run` serves static files only in the Development environment.
        builder.WebHost.UseStaticWebAssets();
        // People run this with `dotnet run`: serve files as they were built, compressed and cacheable, rather than watch
        // them for changes, which serves everything uncompressed and uncached.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Logging.AddFilter("Microsoft", options.Verbose ? LogLevel.Information : LogLevel.Warning);
        builder.Logging.AddFilter("SpIndicators", LogLevel.Information);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        // What a stranger sends in a provider's name would fill the log; the audit log tells it, in bounds (RefusedSignIns).
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", options.Verbose ? LogLevel.Information : LogLevel.Critical);
        builder.Logging.AddFilter("Hangfire", LogLevel.Warning);
        // With Logging__Console__FormatterName=json every line of a run bears its id.
        builder.Services.Configure<JsonConsoleFormatterOptions>(json => json.IncludeScopes = true);
        builder.Services.AddSingleton(options);
        // Sign-ins outlive the process, and hold on every machine that shares the home folder.
        builder.Services.AddDataProtection().SetApplicationName("SpIndicators").PersistKeysToFileSystem(KeyFolder(options));
        // Says at every start that the keys are not encrypted; their folder is nobody else's to read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var settings = Settings.Of(options.Home);
        builder.Services.AddRunning(options.Home, settings, time, options.Refreshes);
        builder.Services.AddSingleton(_ => new MetricsPage(options.Home.Warehouse, time));
        builder.Services.AddExporting(settings);
        builder.Services.AddSingleton(settings.Api);
        builder.Services.AddDashboard(options.Home.Warehouse, new SignInOptions { Provider = settings.OpenIdConnect?.Name, IsBehindTls = !settings.TrustedProxies.IsEmpty });
        builder.Services.AddProvider(settings.OpenIdConnect);
        builder.Services.AddHostedService<FirstBuild>();
        var app = builder.Build();
        app.UseTrustedProxies(settings.TrustedProxies);
        app.MapDashboard();
        app.MapProvider(settings.OpenIdConnect);
        app.MapSchedulerPages(Policies.Staff, Urls.SchedulesPath)?.WithMetadata(new PersonalAttribute());
        // Made now: what is counted before somebody asks for the page is counted too.
        var metrics = app.Services.GetRequiredService<MetricsPage>();
        app.MapMetrics(metrics, settings.MetricsFor);
        return app;
    }

    private static void AddExporting(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new ExportOptions(settings.PublicAddress));
        services.AddSingleton(new ChromiumOptions { Path = settings.Chromium });
    }

    private static DirectoryInfo KeyFolder(ServeOptions options)
    {
        var folder = Path.Combine(options.Home.Path, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task FirstStart(WebApplication app)
    {
        await FirstAdmin(app);
        try
        {
            await app.Services.GetRequiredService<Bootstrap>().FirstSchedule(app.Lifetime.ApplicationStopping);
        }
        catch (Exception failure)
        {
            // The pages work without it, and the next start tries again.
            System.Console.Error.WriteLine($"The first schedule, a paused weekly refresh of all sources, could not be made. {failure.Message}");
        }
    }

    /// <summary>A first start makes an account, or nobody could ever sign in; its password is told once and never stored in clear.</summary>
    private static async Task FirstAdmin(WebApplication app)
    {
        try
        {
            if (await app.Services.GetRequiredService<Bootstrap>().FirstAdmin(app.Lifetime.ApplicationStopping) is { } password)
            {
                System.Console.Out.WriteLine($"Staff pages: sign in as admin with the one-time password {password} (shown this once; or: spi user add NAME).");
            }
        }
        catch (Exception failure) when (failure is OperationsException or OperationCanceledException)
        {
            System.Console.Error.WriteLine($"Nobody can sign in yet. {failure.Message}");
        }
    }

    private static void Greet(WebApplication app, ServeOptions options)
    {
        var isPublished = options.Home.Warehouse.Current() is not null;
        System.Console.Out.WriteLine(isPublished
            ? "SpIndicators is ready. Open the address below in a browser; stop with Ctrl+C."
            : "SpIndicators builds its figures for the first time; the address below shows how far it is. Stop with Ctrl+C.");
        System.Console.Out.WriteLine(app.Services.GetRequiredService<Chromium>().Program is { } browser
            ? $"Charts as PNG and PDF: made with {browser}."
            : "Charts as PNG and PDF: off, there is no Chromium or Google Chrome (setting Chromium). SVG and data need none.");
        foreach (var url in app.Urls)
        {
            System.Console.Out.WriteLine($"Now listening on: {url}");
        }
    }
}
