using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>What a chart asks of its page: where it stands, and a shelf for exports.</summary>
internal static class ChartServices
{
    public static IServiceCollection AddCharts(this IServiceCollection services) =>
        services.AddScoped<ChartShelf>().AddSingleton(new ExportOptions()).AddSingleton<NavigationManager>(new StandingStill());

    private sealed class StandingStill : NavigationManager
    {
        public StandingStill() => Initialize("http://localhost/", "http://localhost/explore");
    }
}
