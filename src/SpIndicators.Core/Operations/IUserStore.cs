namespace SpIndicators.Core.Operations;

/// <summary>What somebody may do: readers look, staff run and approve, admins also manage people.</summary>
public enum UserRole
{
    Reader,
    Staff,
    Admin,
}

/// <summary>A local account.</summary>
/// <param name="LockedUntil">After too many wrong passwords; null when not locked.</param>
/// <param name="MustChangePassword">A one-time password was given out.</param>
/// <param name="Stamp">Changes with password, role and removal: older sign-ins end.</param>
public sealed record User(string Name, UserRole Role, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil, bool MustChangePassword, string Stamp);

/// <summary>How a sign-in went.</summary>
public enum SignInResult
{
    Ok,

    /// <summary>No such user or another password: nobody is told which.</summary>
    Refused,
    Locked,
}

/// <summary>Local accounts. Names are compared without regard to case.</summary>
public interface IUserStore
{
    Task<IReadOnlyList<User>> List(CancellationToken cancellation);

    Task<User?> Find(string name, CancellationToken cancellation);

    /// <exception cref="ArgumentException">The name is taken or not fit, or the password too short (12 characters).</exception>
    Task Add(string name, UserRole role, string password, bool mustChangePassword, CancellationToken cancellation);

    /// <exception cref="InvalidOperationException">The last admin stays admin.</exception>
    Task SetRole(string name, UserRole role, CancellationToken cancellation);

    Task SetPassword(string name, string password, bool mustChangePassword, CancellationToken cancellation);

    /// <exception cref="InvalidOperationException">The last admin stays.</exception>
    Task Remove(string name, CancellationToken cancellation);

    /// <summary>Counts wrong passwords: after five the account is locked for fifteen minutes.</summary>
    Task<SignInResult> SignIn(string name, string password, CancellationToken cancellation);
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
