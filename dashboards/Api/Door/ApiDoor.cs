using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Api.Door;

/// <summary>
/// What holds for every address of the API before it is answered: pages of other origins may read it, only reading is
/// allowed, and nobody may ask so much that others wait.
/// </summary>
internal static class ApiDoor
{
    private const string Methods = "GET, HEAD, OPTIONS";
    private const string Asking = "Accept, Accept-Language, If-None-Match, If-Range, Range";
    private const string Told = "Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";
    private const int SecondsUntilADownloadMayHaveEnded = 10;

    public static IApplicationBuilder UseApiDoor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Urls.ApiPrefix))
        {
            await next(context);
            return;
        }

        AllowOtherOrigins(context.Response);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.Headers.Allow = Methods;
            context.Response.Headers.AccessControlAllowMethods = Methods;
            context.Response.Headers.AccessControlAllowHeaders = Asking;
            context.Response.Headers.AccessControlMaxAge = "86400";
        }
        else if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = Methods;
            await Refuse(context, StatusCodes.Status405MethodNotAllowed, "The API is only read.", $"Ask with GET or HEAD, not {context.Request.Method}.");
        }
        else if (await MayAsk(context))
        {
            await AnswerOneOfAFew(context, next);
        }
    });

    /// <summary>Set at the last moment: a failure clears what was set before it. Nothing here depends on who asks, and no cookie counts.</summary>
    private static void AllowOtherOrigins(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = Told;
        return Task.CompletedTask;
    });

    private static async Task<bool> MayAsk(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<ApiLimits>();
        var address = AddressOf(context);
        if (limits.PerMinute is null && IPAddress.IsLoopback(address))
        {
            return true;
        }

        var most = limits.PerMinute ?? ApiLimits.StandardPerMinute;
        var (asked, seconds) = context.RequestServices.GetRequiredService<AskerCounts>().Count(address);
        context.Response.OnStarting(() =>
        {
            // Set, not added to: an answer out of a cache brings those of whoever asked first.
            var headers = context.Response.Headers;
            headers["RateLimit-Limit"] = Invariant(most);
            headers["RateLimit-Remaining"] = Invariant(Math.Max(0, most - asked));
            headers["RateLimit-Reset"] = Invariant(seconds);
            return Task.CompletedTask;
        });
        if (asked <= most)
        {
            return true;
        }

        context.Response.Headers.RetryAfter = Invariant(seconds);
        await Refuse(context, StatusCodes.Status429TooManyRequests, "Too many questions.", $"One address may ask {most} times a minute; the next minute begins in {seconds} s. A whole table is one question: {Urls.ApiDataPath}.");
        return false;
    }

    /// <summary>Long answers hold a connection and a reader of the file each.</summary>
    private static async Task AnswerOneOfAFew(HttpContext context, RequestDelegate next)
    {
        var limits = context.RequestServices.GetRequiredService<ApiLimits>();
        var address = AddressOf(context);
        if (!StreamedAttribute.IsOn(context.GetEndpoint()) || (limits.PerMinute is null && IPAddress.IsLoopback(address)))
        {
            await next(context);
            return;
        }

        var counts = context.RequestServices.GetRequiredService<AskerCounts>();
        if (!counts.TryBeginDownload(address, limits.Downloads))
        {
            context.Response.Headers.RetryAfter = Invariant(SecondsUntilADownloadMayHaveEnded);
            await Refuse(context, StatusCodes.Status429TooManyRequests, "Too many downloads at a time.", $"{limits.Downloads} downloads are on their way to this address; ask again when one has ended.");
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            counts.EndDownload(address);
        }
    }

    /// <summary>Behind a trusted proxy the client's own.</summary>
    private static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;

    private static Task Refuse(HttpContext context, int status, string title, string detail)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(context);
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
