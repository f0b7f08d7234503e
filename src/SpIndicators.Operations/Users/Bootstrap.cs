namespace SpIndicators.Operations.Users;

/// <summary>What a first start needs: somebody who can sign in.</summary>
public sealed class Bootstrap
{
    private readonly UserStore users;

    internal Bootstrap(UserStore users) => this.users = users;

    /// <summary>
    /// With no account at all, makes 'admin' and returns its one-time password for the caller to print; it must be
    /// changed at the first sign-in. Null at every other start, and for all but one of several first starts at once.
    /// </summary>
    public Task<string?> FirstAdmin(CancellationToken cancellation) => users.AddFirstAdmin(cancellation);
}
