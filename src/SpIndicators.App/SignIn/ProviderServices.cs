using SpIndicators.App.Console;

namespace SpIndicators.App.SignIn;

/// <summary>Signing in by OpenID Connect where the settings name a provider; a program that was built without it says so and does not start.</summary>
internal static class ProviderServices
{
    /// <exception cref="UsageException">The settings ask for what this program does not have.</exception>
    public static void AddProvider(this IServiceCollection services, OpenIdSettings? settings)
    {
        if (settings is null)
        {
            return;
        }

#if OPENID_CONNECT
        OpenIdConnect.OpenIdSignIn.Add(services, settings);
#else
        throw new UsageException(
            "The settings name a provider of OpenID Connect (OpenIdConnect:Authority), and this program was built without it: "
            + "build it without -p:OpenIdConnect=false, or remove the section OpenIdConnect from the settings.");
#endif
    }

    public static void MapProvider(this WebApplication app, OpenIdSettings? settings)
    {
#if OPENID_CONNECT
        if (settings is not null)
        {
            OpenIdConnect.OpenIdSignIn.Map(app);
        }
#endif
    }
}
