using SpIndicators.Operations.Scheduling;

namespace SpIndicators.Operations.Users;

/// <summary>What a first start needs: somebody who can sign in, and a schedule to switch on.</summary>
public sealed class Bootstrap
{
    private readonly UserStore users;
    private readonly FirstSchedule schedule;

    internal Bootstrap(UserStore users, FirstSchedule schedule) => (this.users, this.schedule) = (users, schedule);

    /// <summary>
    /// With no account that has a password, makes 'admin' and returns its one-time password for the caller to print; it must be
    /// changed at the first sign-in. Null at every other start, and for all but one of several first starts at once.
    /// </summary>
    public Task<string?> FirstAdmin(CancellationToken cancellation) => users.AddFirstAdmin(cancellation);

    /// <summary>Makes the weekly refresh of all sources, paused, if that was never done here.</summary>
    public Task FirstSchedule(CancellationToken cancellation) => schedule.Make(cancellation);
}
