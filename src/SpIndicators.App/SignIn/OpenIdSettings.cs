using SpIndicators.App.Console;

namespace SpIndicators.App.SignIn;

/// <summary>The provider of OpenID Connect that people may sign in with, as the section <c>OpenIdConnect</c> of the settings names it.</summary>
public sealed record OpenIdSettings
{
    /// <summary>Its address, below which it describes itself (<c>/.well-known/openid-configuration</c>).</summary>
    public Uri? Authority { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>What the button calls it; by default the authority's host.</summary>
    public string? Name { get; init; }

    /// <summary>What is asked for besides <c>openid</c>, with spaces between.</summary>
    public string Scopes { get; init; } = "profile email";

    /// <summary>Where somebody's name is read: the first of these that they have, with commas between.</summary>
    public string NameClaim { get; init; } = "preferred_username,email,sub";

    /// <summary>Where their roles are read; <c>realm_access.roles</c> looks inside a claim that is JSON.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>Values of the role claim that make a reader, with commas between.</summary>
    public string Reader { get; init; } = "";

    public string Staff { get; init; } = "";

    public string Admin { get; init; } = "";

    /// <exception cref="UsageException">Something is missing or cannot be.</exception>
    public static OpenIdSettings? Of(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (!section.GetChildren().Any())
        {
            return null;
        }

        var settings = section.Get<OpenIdSettings>() ?? new();
        if (settings.Authority is not { IsAbsoluteUri: true } authority || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            throw new UsageException($"The setting OpenIdConnect:Authority is the provider's address and begins with https:// (http:// only on this machine); it is '{section["Authority"]}'.");
        }

        if (settings.ClientId.Length == 0 || settings.ClientSecret.Length == 0)
        {
            throw new UsageException("The settings OpenIdConnect need ClientId and ClientSecret, as the provider gave them.");
        }

        return ValuesOf(settings.Reader).Count + ValuesOf(settings.Staff).Count + ValuesOf(settings.Admin).Count > 0
            ? settings with { Name = settings.Name ?? authority.Host }
            : throw new UsageException("The settings OpenIdConnect say with Reader, Staff and Admin which values of the role claim mean what; with none of them nobody could sign in.");
    }

    internal static IReadOnlyList<string> ValuesOf(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
