using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SpIndicators.Dashboards;
using SpIndicators.Dashboards.Staff;

namespace SpIndicators.App.SignIn.OpenIdConnect;

/// <summary>
/// Signing in with a provider: ASP.NET Core's handler does the authorization code flow with PKCE, state and nonce and
/// checks the token; what comes of it is a sign-in of ours (<see cref="OpenIdEvents"/>). Signing out is of this program only.
/// </summary>
internal static class OpenIdSignIn
{
    private const string Scheme = "provider";

    public static void Add(IServiceCollection services, OpenIdSettings settings)
    {
        services.AddSingleton(settings);
        services.AddScoped<OpenIdEvents>();
        services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, settings));
    }

    /// <summary>The address the sign-in page's button leads to.</summary>
    public static void Map(WebApplication app) => app.MapGet(Urls.ProviderPath, async (HttpContext context, ProviderSignIn signIn) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        var page = ProviderSignIn.GoOn(context.Request);
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = context.Request.PathBase + page });
        }
        catch (InvalidOperationException unreachable)
        {
            // The handler asks the provider for its description first, and says so when there is none.
            await signIn.Refuse(context, ProviderRefusal.Unreachable, OpenIdEvents.Short(unreachable), page);
        }
    });

    private static void Configure(OpenIdConnectOptions options, OpenIdSettings settings)
    {
        options.Authority = settings.Authority!.ToString();
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.SignInScheme = ProviderSignIn.CookieScheme;
        options.CallbackPath = Urls.ProviderAnswerPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.UsePkce = true;
        options.EventsType = typeof(OpenIdEvents);

        // The answer comes as a link, not as a form of somebody else's: nothing but forms of ours is ever posted here, and
        // cookies that come only with links from elsewhere (Lax) suffice. Like the sign-in's own they are for https where we are.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.ClaimActions.Clear();
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct())
        {
            options.Scope.Add(scope);
        }

        options.BackchannelTimeout = TimeSpan.FromSeconds(20);
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
    }
}
