using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// Looks the account up each time its sign-in is used: staff are few, and whoever was removed or given another role is
/// out with the next page. Sends whoever may not see a page to where they can change that.
/// </summary>
internal sealed class SignInCookie(IUserStore users, TimeProvider time) : CookieAuthenticationEvents
{
    public static void Configure(CookieAuthenticationOptions options, SignInOptions signIn)
    {
        options.EventsType = typeof(SignInCookie);
        options.CookieManager = new PersonalCookies();
        options.Cookie.Name = "spi.sign-in";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = signIn.IsBehindTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SignInClaims.Idle;
        options.SlidingExpiration = true;
        options.ReturnUrlParameter = Urls.ReturnTo;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var stop = context.HttpContext.RequestAborted;
        if (context.Principal is { } who && await SignInClaims.AccountOf(who, users, time.GetUtcNow(), stop) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInClaims.Scheme);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var asked = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;
        context.Response.Redirect(request.PathBase + Urls.SignIn(LanguageOf(request), asked));
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (SignInClaims.MustChangePassword(context.HttpContext.User))
        {
            context.Response.Redirect(context.Request.PathBase + Urls.InLanguage(Urls.PasswordPath, LanguageOf(context.Request)));
            return Task.CompletedTask;
        }

        return NotYours.Answer(context.HttpContext, LanguageOf(context.Request));
    }

    private static Language LanguageOf(HttpRequest request) => new ViewStateReader(request.Query).ReadLanguage();
}
