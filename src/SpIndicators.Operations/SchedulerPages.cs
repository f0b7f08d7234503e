using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SpIndicators.Operations;

/// <summary>The pages that a scheduler brings along: Hangfire's. Quartz has none.</summary>
public static class SchedulerPages
{
    /// <summary>Where they lie.</summary>
    public const string Path = "/hangfire";

    /// <summary>Maps them for whom the policy lets in; null when there are none.</summary>
    /// <param name="back">Where their link back to this site leads.</param>
    public static IEndpointConventionBuilder? MapSchedulerPages(this IEndpointRouteBuilder endpoints, string policy, string back)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (!endpoints.ServiceProvider.GetRequiredService<OperationsOptions>().UsesHangfire)
        {
            return null;
        }

#if FULL_FEED
        return FullFeed.HangfirePages.Map(endpoints, Path, policy, back);
#else
        throw new InvalidOperationException(OperationsOptions.NoHangfire);
#endif
    }
}
