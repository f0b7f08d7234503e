using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages;

namespace SpIndicators.Dashboards.Staff;

/// <summary>The plain page for whoever asked for a page of another role, sent a form without its token or too many, or came in vain by way of a provider.</summary>
internal static class NotYours
{
    public static Task Answer(HttpContext context, Language language) => Answer(context, language, "refused.role", StatusCodes.Status403Forbidden);

    public static Task AnswerToForm(HttpContext context, Language language) => Answer(context, language, "refused.form", StatusCodes.Status400BadRequest);

    public static Task AnswerToMany(HttpContext context, Language language) => Answer(context, language, "refused.many", StatusCodes.Status429TooManyRequests);

    public static Task AnswerToProvided(HttpContext context, Language language, ProviderRefusal reason, string provider) =>
        Answer(context, language, $"refused.provider.{reason.ToString().ToLowerInvariant()}", StatusCodes.Status403Forbidden, provider);

    private static Task Answer(HttpContext context, Language language, string key, int status, string? value = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var parameters = new Dictionary<string, object?> { [nameof(RefusedPage.T)] = Texts.In(language), [nameof(RefusedPage.Key)] = key, [nameof(RefusedPage.Value)] = value };
        return new RazorComponentResult<RefusedPage>(parameters) { StatusCode = status }.ExecuteAsync(context);
    }
}
