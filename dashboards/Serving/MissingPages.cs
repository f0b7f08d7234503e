using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Pages;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Gives the page for addresses that lead nowhere its status before it is rendered, so that no cache takes it for good.
/// Blazor leaves a 404 empty for the status code pages to fill; the feature says that they have been at work.
/// </summary>
internal static class MissingPages
{
    public static IApplicationBuilder UseMissingPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsMissing(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
            {
                OriginalPathBase = context.Request.PathBase,
                OriginalPath = context.Request.Path,
                OriginalQueryString = context.Request.QueryString.Value,
            });
        }

        return next(context);
    });

    private static bool IsMissing(HttpContext context)
    {
        var about = context.GetEndpoint()?.Metadata;
        return about?.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(NotFound)
            || (about?.GetMetadata<MayBeMissingAttribute>() is { } some
                && some.IsMissing(context.Request, context.RequestServices.GetRequiredService<PageView>()));
    }
}
