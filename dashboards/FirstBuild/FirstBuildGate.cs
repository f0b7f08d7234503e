using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.FirstBuild;

/// <summary>
/// While nothing is published, pages answer with the progress of the first build and the API with problem details. Both
/// say 503 and when to ask again: no machine may take the waiting page for the page, and browsers show it all the same.
/// </summary>
internal static class FirstBuildGate
{
    private const string RetryAfterSeconds = "2";

    public static IApplicationBuilder UseFirstBuildGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isPage = ReadKey.IsPage(context.GetEndpoint());
        var isQuestion = ApiReading.IsQuestion(context);
        if ((!isPage && !isQuestion) || IsPublished(context))
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        context.Response.Headers.CacheControl = "no-store";
        return isPage ? Page(context) : Problem().ExecuteAsync(context);
    });

    private static bool IsPublished(HttpContext context)
    {
        using var session = context.RequestServices.GetRequiredService<PublishedWarehouse>().TryOpen();
        return session is not null;
    }

    private static Task Page(HttpContext context)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(FirstBuildPage.T)] = Texts.In(new ViewStateReader(context.Request.Query).ReadLanguage()),
            [nameof(FirstBuildPage.Report)] = context.RequestServices.GetRequiredService<BuildProgress>().Read(),
        };
        return new RazorComponentResult<FirstBuildPage>(parameters) { StatusCode = StatusCodes.Status503ServiceUnavailable }.ExecuteAsync(context);
    }

    private static IResult Problem() => Results.Problem(
        title: "The figures are being built for the first time.",
        detail: $"Ask again in a few seconds; {Urls.ReadyPath} says when they are there.",
        statusCode: StatusCodes.Status503ServiceUnavailable);
}
