using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// What a reader gets when we have failed: a page in words, or problem details from the API; nothing of the inside of
/// the program, but a reference that stands in the log beside the failure.
/// </summary>
internal static partial class Failures
{
    public static IApplicationBuilder UseFailurePages(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = Answer,
        SuppressDiagnosticsCallback = _ => true,
    });

    private static async Task Answer(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerPathFeature>();
        var bad = failure?.Error as BadHttpRequestException;
        var status = bad?.StatusCode ?? StatusCodes.Status500InternalServerError;
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures));
        LogFailure(logger, failure?.Error, context.TraceIdentifier, failure?.Path);
        context.Response.Headers.CacheControl = "no-store";
        if (failure?.Path.StartsWith(Urls.ApiPrefix, StringComparison.OrdinalIgnoreCase) == true)
        {
            await Results.Problem(
                title: bad is null ? "The server has failed to answer." : "The request could not be read.",
                detail: $"Reference: {context.TraceIdentifier}", statusCode: status).ExecuteAsync(context);
            return;
        }

        var parameters = new Dictionary<string, object?>
        {
            [nameof(ErrorPage.T)] = Texts.In(new ViewStateReader(context.Request.Query).ReadLanguage()),
            [nameof(ErrorPage.Reference)] = context.TraceIdentifier,
        };

        // The failed page has used up its request's renderer.
        await using var afresh = context.RequestServices.CreateAsyncScope();
        context.RequestServices = afresh.ServiceProvider;
        await new RazorComponentResult<ErrorPage>(parameters) { StatusCode = status }.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failure {Reference} at {Path}")]
    private static partial void LogFailure(ILogger logger, Exception? failure, string reference, string? path);
}
