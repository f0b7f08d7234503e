using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// Hangfire's own pages, to look at: what is done there would stand in no audit log, and a recurring job taken away there
/// would leave a schedule that never runs. Staff act on the staff pages.
/// </summary>
internal static class HangfirePages
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string path, string policy, string back) =>
        endpoints.MapHangfireDashboardWithAuthorizationPolicy(policy, path, new DashboardOptions
        {
            DashboardTitle = "SpIndicators: Hangfire",
            AppPath = back,
            IsReadOnlyFunc = _ => true,

            // A path or an address of this installation.
            DisplayStorageConnectionString = false,
        });
}
