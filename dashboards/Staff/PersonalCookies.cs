using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// The sign-in cookie is looked at by personal pages and by the connection of their interactive parts. To every other
/// page it is not there: who is signed in reads the very page everybody reads, from the same cache.
/// </summary>
internal sealed class PersonalCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        PersonalAttribute.IsOn(context.GetEndpoint()) || context.Request.Path.StartsWithSegments(Urls.CircuitPath)
            ? cookies.GetRequestCookie(context, key)
            : null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, key, options);
}
