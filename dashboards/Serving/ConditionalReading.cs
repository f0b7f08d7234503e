using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Gives pages and JSON their key: a reader who has the answer already gets 304 before anything is rendered, the others
/// get the ETag with the answer. <c>no-cache</c> makes browsers ask each time, so that a new vintage is seen at once.
/// </summary>
internal static class ConditionalReading
{
    private const string EnhancedNavigation = "blazor-enhanced-nav";
    private static readonly object KeyItem = new();

    public static IApplicationBuilder UseConditionalReading(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!ReadKey.IsPage(context.GetEndpoint()) && !ApiReading.IsQuestion(context))
        {
            return next(context);
        }

        var etag = KeyOf(context) is { } key ? ReadKey.ETagOf(key) : null;
        if (etag is not null && Has(context.Request, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            Mark(context.Response, etag);
            CodingVariants.Mark(context.Response);
            return Task.CompletedTask;
        }

        context.Response.OnStarting(() =>
        {
            if (etag is not null && IsShared(context.Response))
            {
                Mark(context.Response, etag);
                KeepEnhancedNavigation(context.Response);
            }
            else
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>The key this request was given; null when its answer is not for keeping.</summary>
    public static string? KeyGiven(HttpContext context) => context.Items[KeyItem] as string;

    /// <summary>An answer that is the same for everyone: complete, and without a cookie.</summary>
    public static bool IsShared(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;

    private static string? KeyOf(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode != StatusCodes.Status200OK
            || PersonalAttribute.IsOn(context.GetEndpoint()) || ExportRequests.AskedBy(context)?.Problem is not null)
        {
            return null;
        }

        var keys = context.RequestServices.GetRequiredService<ReadKey>();
        var key = ReadKey.IsPage(context.GetEndpoint()) ? keys.OfPage(context, context.RequestServices.GetRequiredService<PageView>())
            : context.RequestServices.GetRequiredService<ApiReading>().Session is { } session ? keys.OfApi(context, session.Vintage)
            : null;
        context.Items[KeyItem] = key;
        return key;
    }

    /// <summary>The answer's own ETag, or <c>*</c>: any answer at all (RFC 9110, 13.1.2). Where there is a key, there is one.</summary>
    private static bool Has(HttpRequest request, string etag)
    {
        var mine = EntityTagHeaderValue.Parse(etag);
        return EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var theirs)
            && theirs.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(mine, useStrongComparison: false));
    }

    /// <summary>The cache hands this header back as "Allow", and Blazor's script knows only "allow".</summary>
    private static void KeepEnhancedNavigation(HttpResponse response)
    {
        if (response.Headers.ContainsKey(EnhancedNavigation))
        {
            response.Headers[EnhancedNavigation] = "allow";
        }
    }

    private static void Mark(HttpResponse response, string etag)
    {
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Remove(HeaderNames.Pragma);
        response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
    }
}
