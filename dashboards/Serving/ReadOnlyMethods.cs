using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Everything readers see is read. Only the interactive components' own connection and the forms of personal pages are
/// posted to; any other method is told so (405) instead of running into the pages.
/// </summary>
internal static class ReadOnlyMethods
{
    public static IApplicationBuilder UseReadOnlyMethods(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.Request.Path.StartsWithSegments(Urls.CircuitPath)
            || (HttpMethods.IsPost(method) && PersonalAttribute.IsOn(context.GetEndpoint())))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
    });
}
