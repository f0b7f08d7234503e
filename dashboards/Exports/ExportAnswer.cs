using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Exports;

/// <summary>Writes one chart of a page in the format asked for.</summary>
internal static class ExportAnswer
{
    public static IResult Of(HttpContext context, ExportAsked asked, PageView view, ShelvedChart chart)
    {
        var request = context.Request;
        var today = DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var taken = new TakenChart(view, chart, $"{request.Scheme}://{request.Host}{request.PathBase}", today);
        var bytes = asked.Format.Ending switch
        {
            ".csv" => ChartFiles.Csv(taken, asked.Csv),
            ".sdmx.csv" => ChartFiles.SdmxCsv(taken),
            ".xlsx" => ChartFiles.Xlsx(taken),
            ".json" => ChartFiles.Json(taken),
            ".metadata.json" => ChartFiles.Metadata(taken),
            ".zip" => ChartFiles.Zip(taken),
            var other => throw new NotSupportedException($"Nobody writes {other}."),
        };
        var isShown = asked.Format.IsPicture || asked.Format.MediaType.StartsWith("application/json", StringComparison.Ordinal);
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment") { FileName = taken.FileStem + asked.Format.Ending };
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(bytes, asked.Format.MediaType);
    }
}
