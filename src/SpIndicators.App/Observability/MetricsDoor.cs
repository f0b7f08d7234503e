using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using SpIndicators.App.Serving;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Staff;

namespace SpIndicators.App.Observability;

/// <summary><c>/metrics</c> tells what a server does and how big it is: to this machine, to addresses the settings name, and to staff who are signed in.</summary>
internal static class MetricsDoor
{
    public const string Path = "/metrics";

    private const string Closed =
        "The metrics are for this machine, for signed-in staff, and for addresses that the setting Metrics:Allow names.";

    public static void MapMetrics(this WebApplication app, MetricsPage page, Addresses allowed) => app.MapGet(Path, async (HttpContext context, IAuthorizationService rules) =>
            IsAllowed(context, allowed) || (await rules.AuthorizeAsync(context.User, Policies.Staff)).Succeeded
                ? Results.Text(page.Text(), "text/plain; version=0.0.4; charset=utf-8")
                : Results.Text(Closed, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden))
        .WithMetadata(new PersonalAttribute());

    private static bool IsAllowed(HttpContext context, Addresses allowed) =>
        context.Connection.RemoteIpAddress is { } address && (allowed.Contain(address) || (IPAddress.IsLoopback(address) && !IsForwarded(context.Request)));

    // A proxy on this machine that the settings do not name: then everybody seems to come from here.
    private static bool IsForwarded(HttpRequest request) =>
        request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) || request.Headers.ContainsKey("Forwarded") || request.Headers.ContainsKey("Via");
}
