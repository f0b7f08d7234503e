using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Exports;

/// <summary>
/// The charts of every page as files: the page's own address with another ending. The page is rendered as always, with its
/// body thrown away; its charts are put down on the <see cref="ChartShelf"/>, and one of them is written in the format asked for.
/// </summary>
internal static class ExportRequests
{
    /// <summary>Before routing: takes the ending off, so that the page answers.</summary>
    public static IApplicationBuilder UseExportAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.Value is { } path && ExportFormat.Of(path) is { } asked && (ExportPages.Have(asked.Path) || (asked.Format == ExportFormat.Pdf && ExportPages.IsDocument(asked.Path))) && path != Urls.CalculatorWorkbookPath)
        {
            context.Features.Set(ExportAsked.Read(asked.Format, request.Query));
            request.QueryString = ExportAsked.Without(request.Query);
            request.Path = asked.Path.Equals(Urls.OverviewName, StringComparison.OrdinalIgnoreCase) ? Urls.OverviewPath : asked.Path;
        }

        return next(context);
    });

    /// <summary>Around the pages, inside the cache: what is kept is the finished file.</summary>
    public static IApplicationBuilder UseExports(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (AskedBy(context) is not { } asked || context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        if (!ReadKey.IsPage(endpoint) || PersonalAttribute.IsOn(endpoint) || context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            await Refused(StatusCodes.Status404NotFound, "There is no such chart.", $"No page that can be exported answers at {context.Request.Path}.").ExecuteAsync(context);
            return;
        }

        var view = context.RequestServices.GetRequiredService<PageView>();
        if (ProblemOf(asked, view) is { } problem)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        if (asked.Format == ExportFormat.Pdf && endpoint.Metadata.GetMetadata<DocumentAttribute>() is { } document)
        {
            await Document(context, next, asked, document, view);
            return;
        }

        var shelf = await Render(context, next, Stream.Null);
        var chart = asked.Chart is not null ? shelf.Charts.FirstOrDefault(known => known.Spec.Id == asked.Chart)
            : shelf.Charts is [var first, ..] ? first
            : null;
        if (asked.Format.IsPicture && chart is { Spec.HasValues: false })
        {
            await Refused(StatusCodes.Status404NotFound, "There is nothing to draw.", $"No value of the chart {chart.Spec.Id} is published for this view.").ExecuteAsync(context);
            return;
        }

        await (chart is not null ? await ExportAnswer.Of(context, asked, view, chart)
            : shelf.Charts.Count == 0 ? Refused(StatusCodes.Status404NotFound, "There is no chart.", "This view of the page draws none: there is nothing to draw.")
            : new ApiProblem(ExportAsked.ChartName, $"one of {string.Join(", ", shelf.Charts.Select(known => known.Spec.Id))}", asked.Chart!).AsResult()).ExecuteAsync(context);
    });

    /// <summary>Null for a page that is read as a page.</summary>
    public static ExportAsked? AskedBy(HttpContext context) => context.Features.Get<ExportAsked>();

    /// <summary>What the file depends on besides its page: the format and the day that is written into it.</summary>
    public static string? KeyOf(HttpContext context, TimeProvider time) => AskedBy(context) is { } asked
        ? string.Create(CultureInfo.InvariantCulture, $"{asked} {time.GetUtcNow():yyyy-MM-dd}")
        : null;

    /// <summary>What stands before every path in a page or a file: the installation's public address, else the one that was asked.</summary>
    public static string OriginOf(HttpContext context) => context.RequestServices.GetRequiredService<ExportOptions>().OriginOf(context.Request);

    /// <summary>A file is kept and passed on: it is not made of half an address.</summary>
    private static IResult? ProblemOf(ExportAsked asked, PageView view) =>
        asked.Problem?.AsResult()
        ?? (view.Ignored is [var slip, ..] ? Refused(StatusCodes.Status400BadRequest, view.T["export.refused"], $"{slip.Name}={slip.Value} {view.T[slip.Reason, slip.Bound]}") : null);

    /// <summary>The whole page, printed; it has one size and one look.</summary>
    private static async Task Document(HttpContext context, RequestDelegate next, ExportAsked asked, DocumentAttribute document, PageView view)
    {
        if (asked != ExportAsked.Read(ExportFormat.Pdf, QueryCollection.Empty))
        {
            await new ApiProblem($"{ExportAsked.ChartName}, {ExportAsked.SizeName}, {ExportAsked.ThemeName}, {ExportAsked.ScaleName}", "left out of the address of a document", asked.ToString()).AsResult().ExecuteAsync(context);
            return;
        }

        using var body = new MemoryStream();
        var shelf = await Render(context, next, body);
        await (await DocumentAnswer.Of(context, document, view, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), shelf.Charts)).ExecuteAsync(context);
    }

    private static async Task<ChartShelf> Render(HttpContext context, RequestDelegate next, Stream kept)
    {
        var shelf = context.RequestServices.GetRequiredService<ChartShelf>();
        shelf.IsOpen = true;
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var rendering = new StreamResponseBodyFeature(kept);
        context.Features.Set<IHttpResponseBodyFeature>(rendering);
        try
        {
            await next(context);
            await rendering.CompleteAsync();
        }
        finally
        {
            context.Features.Set(body);
            context.Response.Headers.Remove("blazor-enhanced-nav");
            context.Response.ContentType = null;
            context.Response.ContentLength = null;
        }

        return shelf;
    }

    private static IResult Refused(int status, string title, string detail) => Results.Problem(title: title, detail: detail, statusCode: status);
}
