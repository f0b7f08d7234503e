using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Says in <c>Server-Timing</c> how long a page waited for its figures, so that anybody can see it in the browser's tools. A page
/// out of the server's memory has waited for the code lists at most.
/// </summary>
internal static class DataTiming
{
    public static IApplicationBuilder UseDataTiming(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!ReadKey.IsPage(context.GetEndpoint()))
        {
            return next(context);
        }

        context.Response.OnStarting(() =>
        {
            // Where there was none, nothing was asked of the warehouse.
            if (context.Features.Get<PageView>()?.Session is { } session)
            {
                context.Response.Headers["Server-Timing"] = string.Create(
                    CultureInfo.InvariantCulture, $"data;dur={session.Waited.TotalMilliseconds:0.0};desc=\"{session.Queries} queries\"");
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
