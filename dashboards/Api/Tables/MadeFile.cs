using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>An answer that has its directory at the end: first made as a file that nobody else sees and that is gone with the answer.</summary>
internal static class MadeFile
{
    /// <param name="make">Writes the file; beside it there is room for what does not fit into memory.</param>
    public static async Task Send(HttpContext context, Func<string, Task> make)
    {
        var folder = Directory.CreateTempSubdirectory("spindicators-").FullName;
        try
        {
            var file = Path.Combine(folder, "table");
            await make(file);
            context.Response.ContentLength = new FileInfo(file).Length;
            await context.Response.SendFileAsync(file, context.RequestAborted);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same of Parquet, a few at a time.</summary>
    public static async Task SendParquet(HttpContext context, Action<string> make)
    {
        using var place = await context.RequestServices.GetRequiredService<ParquetPlaces>().Take(context.RequestAborted);
        if (place is null)
        {
            await Busy(context);
            return;
        }

        await Send(context, async file =>
        {
            await Task.Run(() => make(file));
            // Nobody waits for a slow line.
            place.Dispose();
        });
    }

    private static Task Busy(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentDisposition = default;
        headers.ETag = default;
        headers.RetryAfter = ParquetPlaces.SecondsUntilNextTry.ToString(CultureInfo.InvariantCulture);
        headers.CacheControl = "no-store";
        return Results.Problem(
            title: "Other tables are being made.",
            detail: $"{ParquetPlaces.Most} files of Parquet are made at a time, and none was ready within {ParquetPlaces.Patience.TotalSeconds:0} s; csv is sent without waiting.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }
}
