using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Staff;

/// <summary>What a sign-in carries with it, and whether it still counts.</summary>
internal static class SignInClaims
{
    /// <summary>Whoever does nothing for so long signs in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>However busy somebody is, after so long they sign in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Stamp = "stamp";
    private const string Begun = "begun";
    private const string OneTime = "one-time";
    private const string Provider = "provider";

    public static ClaimsPrincipal Of(User user, DateTimeOffset now)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.Name, user.Name),
            new(ClaimTypes.Role, user.Role.ToString()),
            new(Stamp, user.Stamp),
            new(Begun, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ];
        if (user.MustChangePassword)
        {
            claims.Add(new Claim(OneTime, "yes"));
        }

        if (user.Issuer is { } issuer)
        {
            claims.Add(new Claim(Provider, issuer));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    public static string? NameOf(ClaimsPrincipal who) => who.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : null;

    /// <summary>Whether there is a password to change: a provider's people have none here.</summary>
    public static bool HasPassword(ClaimsPrincipal who) => !who.HasClaim(claim => claim.Type == Provider);

    public static bool MustChangePassword(ClaimsPrincipal who) => who.HasClaim(claim => claim.Type == OneTime);

    /// <summary>The account of a sign-in, as it is now; null when the sign-in is over: too old, or the account was changed, disabled or removed since.</summary>
    public static async Task<User?> AccountOf(ClaimsPrincipal who, IUserStore users, DateTimeOffset now, CancellationToken cancellation) =>
        NameOf(who) is { } name && IsYoung(who, now)
        && await users.Find(name, cancellation) is { IsDisabled: false } user && who.HasClaim(Stamp, user.Stamp) && who.IsInRole(user.Role.ToString())
            ? user
            : null;

    private static bool IsYoung(ClaimsPrincipal who, DateTimeOffset now) =>
        long.TryParse(who.FindFirstValue(Begun), NumberStyles.None, CultureInfo.InvariantCulture, out var begun)
        && now - DateTimeOffset.FromUnixTimeSeconds(begun) < Longest;
}
