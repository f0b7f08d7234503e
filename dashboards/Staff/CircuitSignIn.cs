using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// An open staff page keeps its connection for hours: every two minutes it is asked whether its sign-in still counts.
/// Actions ask each time besides (<see cref="StaffDesk"/>).
/// </summary>
internal sealed class CircuitSignIn(ILoggerFactory logs, IServiceScopeFactory scopes, TimeProvider time) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(2);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<IUserStore>();
        return await SignInClaims.AccountOf(authenticationState.User, users, time.GetUtcNow(), cancellationToken) is not null;
    }
}
