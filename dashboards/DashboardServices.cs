using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Api.Door;
using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Exports.ReportPack;
using SpIndicators.Dashboards.FirstBuild;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Dashboards.Pages.Calculator.Workbooks;
using SpIndicators.Dashboards.Pages.Revisions;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards;

/// <summary>What a web program adds and maps to serve the dashboard and the API over one warehouse folder.</summary>
public static class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, WarehouseFolder warehouse, SignInOptions? signIn = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PublishedWarehouse(warehouse, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Vocabularies>();
        services.AddSingleton<KeptInputs>();
        services.AddSingleton<ReadKey>();
        services.AddSingleton<NextUpdates>();
        services.TryAddSingleton(new ApiLimits());
        services.AddSingleton<AskerCounts>();
        services.AddSingleton<ParquetPlaces>();
        services.AddExports();
        services.TryAddSingleton<BuildProgress>();
        services.AddReadings();
        services.AddProblemDetails();
        // What the server is made of helps nobody but those who look for its holes.
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddOutputCache(SharedAnswers.Configure);
        services.AddCompression();
        // Names in three languages are written as they are, not as entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddStaff(signIn ?? new());
        return services;
    }

    /// <summary>Middleware and endpoints. The builder returned takes pages of other assemblies.</summary>
    public static RazorComponentsEndpointConventionBuilder MapDashboard(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseCodingVariants();
        app.UseFailurePages();
        app.UseHeadAsGet();
        app.UseLanguageOfFirstVisit();
        app.UseExportAddresses();
        app.UseRouting();
        app.UseApiDoor();
        app.UseReadOnlyMethods();
        app.UseStaff();
        app.UseFirstBuildGate();
        app.UseMissingPages();
        app.UseNextUpdate();
        app.UseDataTiming();
        app.UseConditionalReading();
        app.UseOutputCache();
        // Inside the cache: what is kept is kept compressed.
        app.UseResponseCompression();
        app.UseExports();
        app.MapStaticAssets();
        HealthEndpoints.Map(app);
        ApiEndpoints.Map(app);
        RevisionsFeed.Map(app);
        CalculatorDownload.Map(app);
        ReportPackDownload.Map(app);
        var pages = app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // Our own policy says it, and more (SecurityHeaders).
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
        SignOut.Map(app);
        return pages;
    }

    /// <summary>The options of the browser are the program's to give; without them it is looked for.</summary>
    private static void AddExports(this IServiceCollection services)
    {
        services.AddScoped<ChartShelf>();
        services.AddSingleton<ChartPictures>();
        services.TryAddSingleton(new ChromiumOptions { Path = Environment.GetEnvironmentVariable("CHROMIUM") });
        services.TryAddSingleton(new ExportOptions());
        services.AddSingleton<Chromium>();
        services.AddSingleton<DocumentPrinter>();
    }

    /// <summary>One vintage a request, opened when first asked for.</summary>
    private static void AddReadings(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
        {
            var view = PageView.TryRead(Request(provider), provider.GetRequiredService<PublishedWarehouse>(), provider.GetRequiredService<Vocabularies>())
                ?? throw new PublishException("Nothing is published yet.");
            Request(provider).HttpContext.Features.Set(view);
            return view;
        });
        services.AddScoped(provider => ApiReading.Read(
            Request(provider), provider.GetRequiredService<PublishedWarehouse>(), provider.GetRequiredService<Vocabularies>()));
        services.AddScoped(provider => provider.GetRequiredService<PageView>().Session);
    }

    private static HttpRequest Request(IServiceProvider provider) =>
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request
        ?? throw new InvalidOperationException("Outside a request: interactive components get what they need as parameters.");

    private static void AddCompression(this IServiceCollection services)
    {
        // Over https too: no answer holds a secret next to what a stranger may put in.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/atom+xml", "image/svg+xml", "text/csv", "application/vnd.sdmx.data+csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }
}
