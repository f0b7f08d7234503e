using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// Form tokens for personal pages, and for no others. The framework would give every page a token and a cookie, and an
/// answer with a cookie cannot be shared; pages that are read carry no form that changes something and refuse one.
/// </summary>
internal sealed class FormTokens(IAntiforgery tokens) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(null, null, "__RequestVerificationToken", null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsPersonal(httpContext) ? tokens.GetAndStoreTokens(httpContext) : None;

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsPersonal(httpContext) ? tokens.GetTokens(httpContext) : None;

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) =>
        IsPersonal(httpContext) ? tokens.IsRequestValidAsync(httpContext) : Task.FromResult(HttpMethods.IsGet(httpContext.Request.Method));

    public Task ValidateRequestAsync(HttpContext httpContext) =>
        IsPersonal(httpContext) ? tokens.ValidateRequestAsync(httpContext)
        : HttpMethods.IsGet(httpContext.Request.Method) ? Task.CompletedTask
        : throw new AntiforgeryValidationException("This page takes no forms that change something.");

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (IsPersonal(httpContext))
        {
            tokens.SetCookieTokenAndHeader(httpContext);
        }
    }

    private static bool IsPersonal(HttpContext context) => PersonalAttribute.IsOn(context.GetEndpoint());
}
