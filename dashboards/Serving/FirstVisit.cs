using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Who comes to the bare address <c>/</c> from outside is led to the address of the overview in the language their browser
/// asks for. Everywhere else the address alone says the language: a link shows everyone the same page, and the English
/// overview stays at <c>/</c> for whoever chooses it on these pages.
/// </summary>
internal static class FirstVisit
{
    private const string FetchSite = "Sec-Fetch-Site";
    private const string FetchMode = "Sec-Fetch-Mode";

    public static IApplicationBuilder UseLanguageOfFirstVisit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path != Urls.OverviewPath || request.QueryString.HasValue)
        {
            return next(context);
        }

        context.Response.OnStarting(() =>
        {
            // Set, not added to: an answer out of the output cache brings its own.
            context.Response.Headers.Vary = new([.. context.Response.Headers.GetCommaSeparatedValues(HeaderNames.Vary)
                .Union([HeaderNames.AcceptLanguage, FetchSite, FetchMode], StringComparer.OrdinalIgnoreCase)]);
            return Task.CompletedTask;
        });
        if (!IsFromOutside(request) || Wanted(request) is not { } language || language == Language.English)
        {
            return next(context);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(request.PathBase + Urls.Overview(ViewState.Default with { Language = language }));
        return Task.CompletedTask;
    });

    /// <summary>A browser opens the page, and not from one of ours. Programs that read pages do not send this.</summary>
    private static bool IsFromOutside(HttpRequest request) =>
        request.Headers[FetchMode] == "navigate" && request.Headers[FetchSite].ToString() is "none" or "cross-site" or "same-site";

    /// <summary>The first of the languages asked for that the pages speak.</summary>
    private static Language? Wanted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is not 0)
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => Language.TryParse(asked.Value.ToString().Split('-')[0], out var language) ? language : null)
        .FirstOrDefault(language => language is not null);
}
