using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>
/// <c>/api/v1/bulk/spindicators-2026-11-23.duckdb</c>: the published file itself, in parts if they are asked for; and
/// <c>….parquet</c>: every observation in it. Neither ever changes, so the vintage is the key; <c>latest</c> leads to the newest.
/// </summary>
internal static class BulkEndpoint
{
    private const string Ending = ".duckdb";
    private const string Latest = "latest";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"{Urls.ApiBulkPath}/spindicators-{{file}}", Answer).WithMetadata(new StreamedAttribute());

    private static async Task Answer(string file, HttpContext context, PublishedWarehouse warehouse)
    {
        var ending = file.EndsWith(Ending, StringComparison.Ordinal) ? Ending : file.EndsWith(TableFormat.Parquet.Ending, StringComparison.Ordinal) ? TableFormat.Parquet.Ending : null;
        var asked = ending is null ? "" : file[..^ending.Length];
        using var session = asked == Latest ? warehouse.TryOpen() : PublishedVintage.TryParse(asked, out var vintage) ? warehouse.TryOpen(vintage) : null;
        if (ending is null || session is null)
        {
            await NoSuchFile(warehouse).ExecuteAsync(context);
        }
        else if (asked == Latest)
        {
            context.Response.Redirect(context.Request.PathBase + Urls.ApiBulk(session.Vintage, ending));
        }
        else if (ending == Ending)
        {
            await Results.File(
                session.File, "application/vnd.duckdb.file", $"spindicators-{session.Vintage}{Ending}",
                entityTag: new EntityTagHeaderValue($"\"{session.Vintage}\""), enableRangeProcessing: true).ExecuteAsync(context);
        }
        else
        {
            await Observations(context, session);
        }
    }

    private static async Task Observations(HttpContext context, WarehouseSession session)
    {
        // Weak: the same rows, which another program may pack otherwise.
        var tag = new EntityTagHeaderValue($"\"{session.Vintage}\"", isWeak: true);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(theirs => theirs.Equals(EntityTagHeaderValue.Any) || theirs.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = TableFormat.Parquet.MediaType;
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"spindicators-observations-{session.Vintage}{TableFormat.Parquet.Ending}" }.ToString();
        await MadeFile.SendParquet(context, file => ParquetFile.Write(session.File, "from clean.observation", new Dictionary<string, object?>(), file));
    }

    private static IResult NoSuchFile(PublishedWarehouse warehouse)
    {
        using var session = warehouse.TryOpen();
        return Results.Problem(
            title: "There is no such file.",
            detail: session is null ? warehouse.WhyNot(null) : $"The newest are {Urls.ApiBulk(session.Vintage)} and {Urls.ApiBulk(session.Vintage, TableFormat.Parquet.Ending)}; older ones are kept for some time.",
            statusCode: StatusCodes.Status404NotFound);
    }
}
