using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Pages here are read, not posted to. The framework would give every page a token and a cookie all the same, and an
/// answer with a cookie cannot be shared. A form that changes something is refused until it brings real tokens with it.
/// </summary>
internal sealed class NoAntiforgeryTokens : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(null, null, "__RequestVerificationToken", null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => None;

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => None;

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(HttpMethods.IsGet(httpContext.Request.Method));

    public Task ValidateRequestAsync(HttpContext httpContext) =>
        HttpMethods.IsGet(httpContext.Request.Method)
            ? Task.CompletedTask
            : throw new AntiforgeryValidationException("This program takes no forms that change something.");

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        // Nothing to set.
    }
}
