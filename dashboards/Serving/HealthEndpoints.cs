using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Serving;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: a warehouse is published and opens.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.LivePath, () => Results.Json(new { status = "live" }));
        app.MapGet(Urls.ReadyPath, Ready);
    }

    private static IResult Ready(PublishedWarehouse warehouse)
    {
        try
        {
            using var session = warehouse.TryOpen();
            return session is null ? NotReady(warehouse.WhyNot(null)) : Results.Json(new { status = "ready", vintage = session.Vintage });
        }
        catch (PublishException failure)
        {
            return NotReady(failure.Message);
        }
    }

    private static IResult NotReady(string reason) =>
        Results.Problem(title: "Not ready to serve figures.", detail: reason, statusCode: StatusCodes.Status503ServiceUnavailable);
}
