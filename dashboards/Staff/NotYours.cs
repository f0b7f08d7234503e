using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages;

namespace SpIndicators.Dashboards.Staff;

/// <summary>What whoever is signed in gets for a page that is for another role, or for a form that came without its token.</summary>
internal static class NotYours
{
    public static Task Answer(HttpContext context, Language language) => Answer(context, language, "refused.role", StatusCodes.Status403Forbidden);

    public static Task AnswerToForm(HttpContext context, Language language) => Answer(context, language, "refused.form", StatusCodes.Status400BadRequest);

    private static Task Answer(HttpContext context, Language language, string key, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        var parameters = new Dictionary<string, object?> { [nameof(RefusedPage.T)] = Texts.In(language), [nameof(RefusedPage.Key)] = key };
        return new RazorComponentResult<RefusedPage>(parameters) { StatusCode = status }.ExecuteAsync(context);
    }
}
