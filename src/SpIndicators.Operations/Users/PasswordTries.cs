using System.Security.Cryptography;
using System.Text;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>
/// Counts wrong passwords twice: for each name and address, which locks only that address out, and for each name over all
/// addresses it has not come from lately, which bounds what many addresses together may guess. Whoever signs in from where
/// they signed in before is locked out by nobody elsewhere. Names that are no account's are counted in the same way, each by
/// itself, so that no lock, and no want of one, tells which names exist.
/// </summary>
internal sealed class PasswordTries(OperationsStore store)
{
    private const int FromOneAddress = 5;
    private const int FromEverywhere = 50;

    /// <summary>Of more counts the oldest go, whether the name is an account's or not: nobody fills the disk.</summary>
    private const int MostKept = 50_000;

    /// <summary>In the place of an address: over all of them.</summary>
    private const string Everywhere = "*";

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
        var name = account is null ? Nobodys(key) : key;
        var here = await CountAt(session, name, address, now);
        if (here.LockedUntil is not null || here.SucceededAt > now - KnownFor.Ticks)
        {
            return new(name, account, here.Failures, 0, here.LockedUntil);
        }

        var everywhere = await CountAt(session, name, Everywhere, now);
        return new(name, account, here.Failures, everywhere.Failures, everywhere.LockedUntil);
    }

    /// <summary>The try is not counted while it is locked there.</summary>
    private static async Task<TryRow> CountAt(Session session, string name, string address, long now) =>
        await session.First<TryRow>(
            """
            insert into sign_in_try (name_key, address, failures, last_at) values (@name, @address, 1, @now)
            on conflict (name_key, address) do update set failures = sign_in_try.failures + 1, last_at = @now, locked_until = null
                where sign_in_try.locked_until is null or sign_in_try.locked_until <= @now
            returning failures as Failures, succeeded_at as SucceededAt, locked_until as LockedUntil
            """, new { name, address, now })
        ?? (await session.First<TryRow>(
            "select failures as Failures, succeeded_at as SucceededAt, locked_until as LockedUntil from sign_in_try where name_key = @name and address = @address",
            new { name, address }))!;

    private static async Task<bool> Forget(Session session, string key, string address, long now)
    {
        await session.Execute("update sign_in_try set failures = 0, succeeded_at = @now where name_key = @key and address = @address", new { key, address, now });
        await session.Execute("update sign_in_try set failures = 0 where name_key = @key and address = @Everywhere", new { key, Everywhere });
        return true;
    }

    private static async Task<long?> Lock(Session session, Counted counted, string address, long now)
    {
        long? until = null;
        if (counted.Failures >= FromOneAddress)
        {
            until = now + LockOfAddress.Ticks;
            await LockAt(session, counted.Name, address, until);
        }

        if (counted.FromAll >= FromEverywhere)
        {
            until = now + LockOfAccount.Ticks;
            await LockAt(session, counted.Name, Everywhere, until);

            // For the page that shows an admin who is locked.
            await session.Execute("update app_user set locked_until = @until where name_key = @name", new { name = counted.Name, until });
        }

        return until;
    }

    private static Task<int> LockAt(Session session, string name, string address, long? until) => session.Execute(
        "update sign_in_try set failures = 0, locked_until = @until where name_key = @name and address = @address", new { name, address, until });

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

    // No account's name has a '?'. What was typed may be a password in the wrong field: only its hash is kept, for a day.
    private static string Nobodys(string key) => $"?{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";

    /// <param name="Name">Under which it was counted.</param>
    /// <param name="Failures">From this address, this one included.</param>
    /// <param name="FromAll">From all addresses the account has not come from lately, this one included; 0 when it comes from one it has.</param>
    private sealed record Counted(string Name, UserRow? Account, long Failures, long FromAll, long? LockedUntil)
    {
        public bool IsTooMany => Failures > FromOneAddress || FromAll > FromEverywhere;
    }

    private sealed class TryRow
    {
        public long Failures { get; init; }

        public long? SucceededAt { get; init; }

        public long? LockedUntil { get; init; }
    }
}
