using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Exports.Documents;

/// <summary>Answers with a page as it was rendered, printed.</summary>
internal static class DocumentAnswer
{
    /// <param name="page">The page's own HTML.</param>
    public static async Task<IResult> Of(HttpContext context, DocumentAttribute document, PageView view, string page, IReadOnlyList<ShelvedChart> charts)
    {
        var services = context.RequestServices;
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var language = view.State.Language.Code;
        try
        {
            var html = PrintedHtml.Of(page, document, language, ExportRequests.OriginOf(context), services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider);
            var marks = charts.SelectMany(chart => chart.Spec.Marks).ToList();
            var pdf = await services.GetRequiredService<DocumentPrinter>().Print(
                html, document, (marks.Count, marks.Count(mark => mark.Value is not null)), language, document.Foot(view, today), context.RequestAborted);
            context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = document.FileStem(view) + ExportFormat.Pdf.Ending }.ToString();
            return Results.Bytes(pdf, ExportFormat.Pdf.MediaType);
        }
        catch (ChromiumException failure)
        {
            return BrowserProblem.Of(context, failure, view.T["document.no-browser"], view.T["document.failed"]);
        }
    }
}
