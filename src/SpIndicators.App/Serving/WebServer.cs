using SpIndicators.App.Observability;
using SpIndicators.App.Running;
using SpIndicators.Dashboards;

namespace SpIndicators.App.Serving;

/// <summary>The web server behind <c>spi serve</c>: dashboard, API and, unless told otherwise, the builds they wait for.</summary>
public static class WebServer
{
    /// <summary>Serves until it is stopped.</summary>
    public static void Run(ServeOptions options, TimeProvider time, CancellationToken cancellation)
    {
        using var telemetry = OpenTelemetryExport.Start();
        var app = Build(options, time);
        app.Lifetime.ApplicationStarted.Register(() => Greet(app, options));
        using var stop = cancellation.Register(app.Lifetime.StopApplication);
        app.Run();
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
        builder.Services.AddSingleton(options);
        builder.Services.AddRunning(options.Home, Settings.Of(options.Home), time, options.Refreshes);
        builder.Services.AddSingleton(_ => new MetricsPage(options.Home.Warehouse, time));
        builder.Services.AddDashboard(options.Home.Warehouse);
        builder.Services.AddHostedService<FirstBuild>();
        var app = builder.Build();
        app.MapDashboard();
        // Made now: what is counted before somebody asks for the page is counted too.
        var metrics = app.Services.GetRequiredService<MetricsPage>();
        app.MapGet("/metrics", () => Results.Text(metrics.Text(), "text/plain; version=0.0.4; charset=utf-8"));
        return app;
    }

    private static void Greet(WebApplication app, ServeOptions options)
    {
        var isPublished = options.Home.Warehouse.Current() is not null;
        System.Console.Out.WriteLine(isPublished
            ? "SpIndicators is ready. Open the address below in a browser; stop with Ctrl+C."
            : "SpIndicators builds its figures for the first time; the address below shows how far it is. Stop with Ctrl+C.");
        foreach (var url in app.Urls)
        {
            System.Console.Out.WriteLine($"Now listening on: {url}");
        }
    }
}
