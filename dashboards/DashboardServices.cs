using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards;

/// <summary>What a web program adds and maps to serve the dashboard and the API over one warehouse folder.</summary>
public static class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, WarehouseFolder warehouse)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PublishedWarehouse(warehouse, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Vocabularies>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => PageView.TryRead(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request,
            provider.GetRequiredService<PublishedWarehouse>(),
            provider.GetRequiredService<Vocabularies>()) ?? throw new PublishException("Nothing is published yet."));
        services.AddScoped(provider => provider.GetRequiredService<PageView>().Session);
        // Names in three languages are written as they are, not as entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    /// <summary>Middleware and endpoints. The builder returned takes pages of other assemblies.</summary>
    public static RazorComponentsEndpointConventionBuilder MapDashboard(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        return app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
