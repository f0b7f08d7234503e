using System.Security.Cryptography;
using System.Text;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>
/// Counts wrong passwords twice: for each name and address, which locks only that address out, and for each account over
/// all addresses it has not come from lately, which bounds what many addresses together may guess. Whoever signs in from
/// where they signed in before is locked out by nobody else.
/// </summary>
internal sealed class PasswordTries(OperationsStore store)
{
    private const int FromOneAddress = 5;
    private const int FromEverywhere = 50;

    /// <summary>Names that are no account's share so many counts, for each address: they lock like accounts, and fill no disk.</summary>
    private const int StandIns = 64;

    private const int MostKept = 50_000;

    private static readonly TimeSpan LockOfAddress = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LockOfAccount = TimeSpan.FromHours(1);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan TidiedEvery = TimeSpan.FromMinutes(1);

    private long tidyAt;

    public async Task<SignInAnswer> SignIn(string key, string password, string address, CancellationToken cancellation)
    {
        await Tidy(cancellation);

        // The try is counted before the password is looked at: of many at once no more than five are looked at.
        var now = store.Time.Ticks();
        var counted = await store.Write("The sign-in", session => Count(session, key, address, now), cancellation);
        if (password.Length > Passwords.Longest)
        {
            password = ""; // Fits nobody, and is counted like any other.
        }

        if (counted.LockedUntil is not null || counted.Account is not { } account)
        {
            Passwords.FitNobody(password);
        }
        else if (Passwords.Fits(account.PasswordHash, password) && !counted.IsTooMany)
        {
            await store.Write("The sign-in", session => Forget(session, key, address, now), cancellation);
            return new(SignInResult.Ok);
        }

        return counted.LockedUntil is { } until ? new(SignInResult.Locked, Instant.Of(until))
            : await store.Write("The lock of an account", session => Lock(session, counted, address, now), cancellation) is { } lockedUntil
                ? new(SignInResult.Locked, Instant.Of(lockedUntil))
                : new(SignInResult.Refused);
    }

    private static async Task<Counted> Count(Session session, string key, string address, long now)
    {
        var account = await session.First<UserRow>(
            $"select {UserRow.Columns} from app_user where name_key = @key and issuer is null and disabled = 0", new { key });
        var name = account is null ? StandIn(key) : key;
        var here = await session.First<TryRow>(
            """
            insert into sign_in_try (name_key, address, failures, last_at) values (@name, @address, 1, @now)
            on conflict (name_key, address) do update set failures = sign_in_try.failures + 1, last_at = @now, locked_until = null
                where sign_in_try.locked_until is null or sign_in_try.locked_until <= @now
            returning failures as Failures, succeeded_at as SucceededAt
            """, new { name, address, now });
        if (here is null)
        {
            var until = await session.First<long>("select locked_until from sign_in_try where name_key = @name and address = @address", new { name, address });
            return new(name, account, 0, until);
        }

        if (account is null || here.SucceededAt > now - KnownFor.Ticks)
        {
            return new(name, account, here.Failures, null) { IsKnown = account is not null };
        }

        var updated = await session.First<UserRow>(
            $"""
            update app_user set failures = failures + 1, locked_until = null
            where name_key = @key and (locked_until is null or locked_until <= @now)
            returning {UserRow.Columns}
            """, new { key, now });
        return new(name, updated ?? account, here.Failures, updated is null ? account.LockedUntil : null);
    }

    private static async Task<bool> Forget(Session session, string key, string address, long now)
    {
        await session.Execute("update sign_in_try set failures = 0, succeeded_at = @now where name_key = @key and address = @address", new { key, address, now });
        await session.Execute("update app_user set failures = 0 where name_key = @key", new { key });
        return true;
    }

    private static async Task<long?> Lock(Session session, Counted counted, string address, long now)
    {
        long? until = null;
        if (counted.Failures >= FromOneAddress)
        {
            until = now + LockOfAddress.Ticks;
            await session.Execute(
                "update sign_in_try set failures = 0, locked_until = @until where name_key = @name and address = @address", new { name = counted.Name, address, until });
        }

        if (counted is { IsKnown: false, Account.Failures: >= FromEverywhere })
        {
            until = now + LockOfAccount.Ticks;
            await session.Execute("update app_user set failures = 0, locked_until = @until where name_key = @name", new { name = counted.Name, until });
        }

        return until;
    }

    /// <summary>What is old goes, except where an account came from; and of very much, the oldest.</summary>
    private async Task Tidy(CancellationToken cancellation)
    {
        var now = store.Time.Ticks();
        var due = Interlocked.Read(ref tidyAt);
        if (now < due || Interlocked.CompareExchange(ref tidyAt, now + TidiedEvery.Ticks, due) != due)
        {
            return;
        }

        await store.Write("The count of sign-ins", async session =>
        {
            await session.Execute(
                "delete from sign_in_try where last_at < @old and (succeeded_at is null or succeeded_at < @known)",
                new { old = now - KeptFor.Ticks, known = now - KnownFor.Ticks });
            return await session.Execute(
                """
                delete from sign_in_try
                where succeeded_at is null and last_at < (select last_at from sign_in_try order by last_at desc limit 1 offset @MostKept)
                """, new { MostKept });
        }, cancellation);
    }

    // No account's name has a '?'.
    private static string StandIn(string key) => FormattableString.Invariant($"?{SHA256.HashData(Encoding.UTF8.GetBytes(key))[0] % StandIns}");

    /// <param name="Name">Under which it was counted.</param>
    /// <param name="Failures">From this address, this one included.</param>
    private sealed record Counted(string Name, UserRow? Account, long Failures, long? LockedUntil)
    {
        /// <summary>The account has come from this address lately.</summary>
        public bool IsKnown { get; init; }

        public bool IsTooMany => Failures > FromOneAddress || (!IsKnown && Account?.Failures > FromEverywhere);
    }

    private sealed class TryRow
    {
        public long Failures { get; init; }

        public long? SucceededAt { get; init; }
    }
}
