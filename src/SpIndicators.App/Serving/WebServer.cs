using SpIndicators.Dashboards;

namespace SpIndicators.App.Serving;

/// <summary>The web server behind <c>spi serve</c>: dashboard, API and, unless told otherwise, the builds they wait for.</summary>
public static class WebServer
{
    /// <summary>Serves until it is stopped.</summary>
    public static void Run(ServeOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var app = Build(options, time);
        app.Lifetime.ApplicationStarted.Register(() => Greet(app));
        using var stop = cancellation.Register(app.Lifetime.StopApplication);
        app.Run();
    }

    internal static WebApplication Build(ServeOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls);
        // Without it, `dotnet run` serves static files only in the Development environment.
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddFilter("Microsoft", options.Verbose ? LogLevel.Information : LogLevel.Warning);
        builder.Services.AddSingleton(time);
        builder.Services.AddDashboard(options.Home.Warehouse);
        var app = builder.Build();
        app.MapDashboard();
        return app;
    }

    private static void Greet(WebApplication app)
    {
        foreach (var url in app.Urls)
        {
            System.Console.Out.WriteLine($"Now listening on: {url}");
        }

        System.Console.Out.WriteLine("Open it in a browser; stop with Ctrl+C.");
    }
}
