using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Exports;

/// <summary>Writes one chart of a page in the format asked for.</summary>
internal static class ExportAnswer
{
    public static async Task<IResult> Of(HttpContext context, ExportAsked asked, PageView view, ShelvedChart chart)
    {
        var today = DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var taken = new TakenChart(view, chart, context.RequestServices.GetRequiredService<ExportOptions>().OriginOf(context.Request), today);
        if (asked.Format == ExportFormat.SdmxCsv && !taken.Series.Any())
        {
            return Results.Problem(title: "No results found.", detail: $"The chart {chart.Spec.Id} shows no value of a published series in this view.", statusCode: StatusCodes.Status404NotFound);
        }

        byte[] bytes;
        try
        {
            bytes = asked.Format.IsPicture ? await Picture(context, asked, taken) : ChartFiles.Of(taken, asked);
        }
        catch (ChromiumException failure)
        {
            return BrowserProblem.Of(context, failure, view.T["export.no-browser"], view.T["export.browser-failed"]);
        }

        var isShown = asked.Format.IsPicture || asked.Format == ExportFormat.Json || asked.Format == ExportFormat.Metadata || asked.Format == ExportFormat.Citation;
        if (asked.Format == ExportFormat.Embed)
        {
            return Results.Bytes(bytes, asked.Format.MediaType);
        }

        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment") { FileName = taken.FileStemWith(asked.NameParts) + asked.Format.Ending };
        context.Response.Headers.ContentDisposition = disposition.ToString();
        if (asked.Format == ExportFormat.Csv || asked.Format == ExportFormat.SdmxCsv)
        {
            context.Response.Headers.Append(HeaderNames.Link, DescribedBy.Header(taken.MetadataLink));
        }

        return Results.Bytes(bytes, asked.Format.MediaType);
    }

    private static async Task<byte[]> Picture(HttpContext context, ExportAsked asked, TakenChart taken)
    {
        var services = context.RequestServices;
        // PDF has no pixels: it is as large as the drawing.
        var scale = asked.Format == ExportFormat.Pdf ? 1 : asked.Scale;
        var drawn = await services.GetRequiredService<ChartPictures>().Render(
            taken.Pictured, taken.Frame, asked.Size, asked.Theme, scale, taken.View.State.Language.Code, taken.Chart.Panels.Count > 0 ? taken.Chart.Panels : null);
        if (asked.Format == ExportFormat.Svg || asked.Format == ExportFormat.Embed)
        {
            return Encoding.UTF8.GetBytes(asked.Format == ExportFormat.Svg ? drawn.Svg : EmbedPage.Of(taken, drawn));
        }

        var browser = services.GetRequiredService<Chromium>();
        return asked.Format == ExportFormat.Png
            ? await browser.Shoot(drawn.Svg, drawn.Width, asked.Size == PictureSize.Social ? PictureSize.Shared.Height * drawn.Width / PictureSize.Shared.Width : drawn.Height, 1, context.RequestAborted, PictureColours.Of(asked.Theme).Ground)
            : await browser.Print(drawn.Svg, taken.Spec.Title, taken.View.State.Language.Code, drawn.Width, drawn.Height, context.RequestAborted);
    }
}
