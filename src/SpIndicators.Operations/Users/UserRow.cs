using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>A line of the table of accounts.</summary>
internal sealed class UserRow
{
    public const string Columns =
        """
        name as Name, role as Role, created_at as CreatedAt, locked_until as LockedUntil, must_change as MustChange,
        stamp as Stamp, password_hash as PasswordHash, issuer as Issuer, disabled as Disabled
        """;

    public required string Name { get; init; }

    public required string Role { get; init; }

    public long CreatedAt { get; init; }

    public long? LockedUntil { get; init; }

    public long MustChange { get; init; }

    public required string Stamp { get; init; }

    public required string PasswordHash { get; init; }

    public string? Issuer { get; init; }

    public long Disabled { get; init; }

    public User ToUser(long now) => new(
        Name, Enum.Parse<UserRole>(Role), Instant.Of(CreatedAt), LockedUntil > now ? Instant.Of(LockedUntil) : null, MustChange != 0, Stamp, Issuer, Disabled != 0);
}
