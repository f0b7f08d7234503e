using Microsoft.AspNetCore.Components.Authorization;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// Where every staff action passes: who acts is looked up anew, whether they may is asked, and what they do is written
/// into the audit log before it is done. An action nobody wrote down does not exist.
/// </summary>
public sealed class StaffDesk(AuthenticationStateProvider signIn, IUserStore users, IAuditLog audit, TimeProvider time)
{
    /// <summary>The account of whoever sits here, as it is now; null when the sign-in is over.</summary>
    public async Task<User?> Who(CancellationToken cancellation) =>
        await SignInClaims.AccountOf((await signIn.GetAuthenticationStateAsync()).User, users, time.GetUtcNow(), cancellation) is { MustChangePassword: false } user
            ? user
            : null;

    /// <param name="least">The role it takes.</param>
    /// <param name="action">As the audit log names it: <c>schedule.pause</c>.</param>
    /// <param name="subject">On what.</param>
    /// <param name="act">Is given the name of who acts.</param>
    /// <exception cref="UnauthorizedAccessException">The sign-in is over, or the role does not suffice.</exception>
    public async Task Act(UserRole least, string action, string subject, string? details, Func<string, CancellationToken, Task> act, CancellationToken cancellation)
    {
        if (await Who(cancellation) is not { } who)
        {
            throw new UnauthorizedAccessException("Your sign-in is over. Sign in again.");
        }

        if (who.Role < least)
        {
            await audit.Write(who.Name, action, subject, $"refused: takes the role {least}, is {who.Role}", cancellation);
            throw new UnauthorizedAccessException($"This takes the role {least}; yours is {who.Role}.");
        }

        await audit.Write(who.Name, action, subject, details, cancellation);
        try
        {
            await act(who.Name, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await audit.Write(who.Name, action, subject, $"failed: {failure.Message}", CancellationToken.None);
            throw;
        }
    }
}
