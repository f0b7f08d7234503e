using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>
/// <c>/api/v1/bulk/spindicators-2026-11-23.duckdb</c>: the published file itself, in parts if they are asked for. It never
/// changes, so its vintage is its key; <c>latest</c> leads to the newest.
/// </summary>
internal static class BulkEndpoint
{
    private const string Ending = ".duckdb";
    private const string Latest = "latest";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"{Urls.ApiBulkPath}/spindicators-{{file}}", Answer).WithMetadata(new StreamedAttribute());

    private static IResult Answer(string file, HttpRequest request, PublishedWarehouse warehouse)
    {
        if (!file.EndsWith(Ending, StringComparison.Ordinal))
        {
            return NoSuchFile(warehouse);
        }

        var asked = file[..^Ending.Length];
        using var session = asked == Latest ? warehouse.TryOpen() : PublishedVintage.TryParse(asked, out var vintage) ? warehouse.TryOpen(vintage) : null;
        if (session is null)
        {
            return NoSuchFile(warehouse);
        }

        if (asked == Latest)
        {
            return Results.Redirect(request.PathBase + Urls.ApiBulk(session.Vintage));
        }

        return Results.File(
            session.File, "application/vnd.duckdb.file", $"spindicators-{session.Vintage}{Ending}",
            entityTag: new EntityTagHeaderValue($"\"{session.Vintage}\""), enableRangeProcessing: true);
    }

    private static IResult NoSuchFile(PublishedWarehouse warehouse)
    {
        using var session = warehouse.TryOpen();
        return Results.Problem(
            title: "There is no such file.",
            detail: session is null ? warehouse.WhyNot(null) : $"The newest is {Urls.ApiBulk(session.Vintage)}; older ones are kept for some time.",
            statusCode: StatusCodes.Status404NotFound);
    }
}
