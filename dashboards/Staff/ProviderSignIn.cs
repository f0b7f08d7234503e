using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Staff;

/// <summary>Why somebody is not let in who came by way of a provider.</summary>
public enum ProviderRefusal
{
    /// <summary>The provider's answer could not be relied on.</summary>
    Answer,

    /// <summary>They turned back at the provider, or it turned them away.</summary>
    Cancelled,

    /// <summary>It gives them no role here.</summary>
    Role,
    Disabled,
    NameTaken,

    /// <summary>The provider does not answer.</summary>
    Unreachable,
}

/// <summary>
/// Where a sign-in by OpenID Connect becomes one of ours: the same cookie, the same checks with each use, the same audit
/// log. Whoever is not let in gets a plain page that says why.
/// </summary>
public sealed class ProviderSignIn(IUserStore users, IAuditLog audit, RefusedSignIns refused, SignInOptions options, TimeProvider time)
{
    /// <summary>The scheme of the cookie that a sign-in ends in.</summary>
    public const string CookieScheme = SignInClaims.Scheme;

    /// <summary>What the cookie will carry; null when they are not let in, and told so.</summary>
    /// <param name="role">What the provider says they are here; null: nothing.</param>
    /// <param name="page">The page of ours they wanted, whose language they read.</param>
    public async Task<ClaimsPrincipal?> Admit(HttpContext context, ExternalIdentity who, UserRole? role, string? page)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(who);
        if (role is not { } given)
        {
            await users.EndSignIns(who, CancellationToken.None);
            await Refuse(context, ProviderRefusal.Role, $"{who.Issuer} gives no role to {who.Name}", page);
            return null;
        }

        // To the end, and into the audit log, though the connection be dropped meanwhile.
        var answer = await users.SignInExternal(who, given, CancellationToken.None);
        if (answer.User is not { } user)
        {
            var reason = answer.Result == ExternalResult.Disabled ? ProviderRefusal.Disabled : ProviderRefusal.NameTaken;
            await Refuse(context, reason, reason == ProviderRefusal.Disabled ? "disabled" : $"{who.Name} of {who.Issuer} bears the name of another account", page);
            return null;
        }

        await audit.Write(user.Name, "user.sign-in", user.Name, $"by {who.Issuer}, as {given}", CancellationToken.None);
        return SignInClaims.Of(user, time.GetUtcNow());
    }

    /// <param name="details">For the audit log.</param>
    public async Task Refuse(HttpContext context, ProviderRefusal reason, string details, string? page)
    {
        ArgumentNullException.ThrowIfNull(context);
        await refused.Tell("OpenID Connect", RemoteAddress.Of(context), details);
        await NotYours.AnswerToProvided(context, LanguageOf(page), reason, options.Provider ?? "OpenID Connect");
    }

    /// <summary>Where to go on after signing in: a path of ours, in the language of the page the sign-in began on.</summary>
    public static string GoOn(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LocalAddress.Of(request.Query[Urls.ReturnTo].ToString()) ?? Urls.InLanguage(Urls.SchedulesPath, new ViewStateReader(request.Query).ReadLanguage());
    }

    // The provider's answer says no language; the page that was wanted does.
    private static Language LanguageOf(string? page)
    {
        var query = page is not null && page.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start ? page[start..] : "";
        return new ViewStateReader(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query))).ReadLanguage();
    }
}
