using Microsoft.AspNetCore.Authorization;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Staff;

/// <summary>Who may open what. A one-time password opens nothing but the page on which it is changed.</summary>
public static class Policies
{
    /// <summary>Anybody signed in: looks at the staff pages.</summary>
    public const string Reader = "Reader";

    /// <summary>Runs, schedules, approves.</summary>
    public const string Staff = "Staff";

    /// <summary>Also manages people.</summary>
    public const string Admin = "Admin";

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Reader, policy => For(policy, UserRole.Reader));
        options.AddPolicy(Staff, policy => For(policy, UserRole.Staff));
        options.AddPolicy(Admin, policy => For(policy, UserRole.Admin));
    }

    private static void For(AuthorizationPolicyBuilder policy, UserRole least) => policy
        .RequireAuthenticatedUser()
        .RequireRole(Enum.GetValues<UserRole>().Where(role => role >= least).Select(role => role.ToString()))
        .RequireAssertion(context => !SignInClaims.MustChangePassword(context.User));
}
