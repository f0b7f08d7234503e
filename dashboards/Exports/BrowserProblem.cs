using System.Globalization;
using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Exports.Browser;

namespace SpIndicators.Dashboards.Exports;

/// <summary>The answer where the browser made nothing: 501 where there is none, else 503. No cache keeps it, and nobody gets half a file.</summary>
internal static class BrowserProblem
{
    private const int SecondsUntilNextTry = 10;

    /// <param name="missing">What a reader is told where the server has no browser.</param>
    /// <param name="failed">And where it has one.</param>
    public static IResult Of(HttpContext context, ChromiumException failure, string missing, string failed)
    {
        if (failure.IsMissing)
        {
            return Results.Problem(title: missing, detail: failure.Message, statusCode: StatusCodes.Status501NotImplemented);
        }

        context.Response.Headers.RetryAfter = SecondsUntilNextTry.ToString(CultureInfo.InvariantCulture);
        return Results.Problem(title: failed, detail: failure.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
