namespace SpIndicators.Core.Operations;

/// <summary>What somebody may do: readers look, staff run and approve, admins also manage people.</summary>
public enum UserRole
{
    Reader,
    Staff,
    Admin,
}

/// <summary>Somebody who may sign in: with a password of this program, or by OpenID Connect.</summary>
/// <param name="LockedUntil">For addresses it has not come from, after very many wrong passwords; null when not locked.</param>
/// <param name="MustChangePassword">A one-time password was given out.</param>
/// <param name="Stamp">Changes with password, role, disabling and removal: older sign-ins end.</param>
/// <param name="Issuer">Who vouches for somebody who signs in by OpenID Connect; null for an account with a password.</param>
/// <param name="IsDisabled">An admin shut it: it signs in in no way.</param>
public sealed record User(
    string Name, UserRole Role, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil, bool MustChangePassword, string Stamp,
    string? Issuer = null, bool IsDisabled = false);

/// <summary>How a sign-in went.</summary>
public enum SignInResult
{
    Ok,

    /// <summary>No such user or another password: nobody is told which.</summary>
    Refused,
    Locked,
}

/// <summary>How a sign-in with a password went.</summary>
/// <param name="LockedUntil">When locked: until when, for this name from this address.</param>
public readonly record struct SignInAnswer(SignInResult Result, DateTimeOffset? LockedUntil = null);

/// <summary>Somebody a provider of OpenID Connect vouches for. Issuer and subject say who; the name is only what they are called.</summary>
public sealed record ExternalIdentity(string Issuer, string Subject, string Name);

/// <summary>How a sign-in by OpenID Connect went here, after the provider has vouched.</summary>
public enum ExternalResult
{
    Ok,

    /// <summary>The account was disabled here.</summary>
    Disabled,

    /// <summary>An account with a password has that name; it is never taken over.</summary>
    NameTaken,
}

/// <summary>The result and, where it is well, the account.</summary>
public sealed record ExternalAnswer(ExternalResult Result, User? User = null);

/// <summary>Accounts. Names are compared without regard to case.</summary>
public interface IUserStore
{
    Task<IReadOnlyList<User>> List(CancellationToken cancellation);

    Task<User?> Find(string name, CancellationToken cancellation);

    /// <exception cref="ArgumentException">The name is taken or not fit, or the password too short (12 characters).</exception>
    Task Add(string name, UserRole role, string password, bool mustChangePassword, CancellationToken cancellation);

    /// <exception cref="InvalidOperationException">The last admin with a password stays admin; a provider's people have the role it says.</exception>
    Task SetRole(string name, UserRole role, CancellationToken cancellation);

    /// <exception cref="InvalidOperationException">The account signs in by OpenID Connect: it has no password.</exception>
    Task SetPassword(string name, string password, bool mustChangePassword, CancellationToken cancellation);

    /// <summary>Shuts an account, or opens it again; its sign-ins end.</summary>
    /// <exception cref="InvalidOperationException">The last admin with a password stays in use.</exception>
    Task SetDisabled(string name, bool isDisabled, CancellationToken cancellation);

    /// <exception cref="InvalidOperationException">The last admin with a password stays.</exception>
    Task Remove(string name, CancellationToken cancellation);

    /// <summary>
    /// Counts wrong passwords: after five from one address the name is locked for that address for fifteen minutes, after
    /// fifty from everywhere for an hour, except for addresses the account has come from lately. Names of nobody lock alike.
    /// </summary>
    /// <param name="address">Where the try comes from.</param>
    Task<SignInAnswer> SignIn(string name, string password, string address, CancellationToken cancellation);

    /// <summary>Somebody a provider vouches for: their account is made at the first sign-in, and has the role the provider says at each.</summary>
    Task<ExternalAnswer> SignInExternal(ExternalIdentity identity, UserRole role, CancellationToken cancellation);

    /// <summary>For somebody the provider no longer gives a role: sign-ins with the old one end. Nothing where they have no account.</summary>
    Task EndSignIns(ExternalIdentity identity, CancellationToken cancellation);
}

/// <summary>One staff action.</summary>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Action, string Subject, string? Details);

/// <summary>Every staff action, for ever.</summary>
public interface IAuditLog
{
    Task Write(string who, string action, string subject, string? details, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> List(int skip, int take, CancellationToken cancellation);
}
