using System.Security.Cryptography;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>Local accounts in the operational database.</summary>
internal sealed class UserStore(OperationsStore store) : IUserStore
{
    private const int WrongPasswords = 5;
    private const int LongestName = 60;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<User>> List(CancellationToken cancellation)
    {
        var rows = await store.Read(session => session.Query<UserRow>($"select {UserRow.Columns} from app_user order by name_key"), cancellation);
        return [.. rows.Select(ToUser)];
    }

    public async Task<User?> Find(string name, CancellationToken cancellation) =>
        await store.Read(session => session.First<UserRow>($"select {UserRow.Columns} from app_user where name_key = @key", new { key = Key(name) }), cancellation)
            is { } row ? ToUser(row) : null;

    public async Task Add(string name, UserRole role, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        CheckName(name);
        Passwords.Check(password);
        var hash = Passwords.Hash(password);
        var added = await store.Write($"The account {name}", session => Insert(session, name, role, hash, mustChangePassword), cancellation);
        if (added == 0)
        {
            throw new ArgumentException($"There is an account named '{name}' already.");
        }
    }

    /// <summary>On first start, with no account at all, makes 'admin' and returns the one-time password, once; null ever after.</summary>
    public async Task<string?> AddFirstAdmin(CancellationToken cancellation)
    {
        var password = OneTimePassword.Draw();
        var hash = Passwords.Hash(password);
        var isFirst = await store.Write("The first account", async session =>
            await session.First<long>("select count(*) from app_user") == 0 && await Insert(session, "admin", UserRole.Admin, hash, true) == 1, cancellation, alone: true);
        return isFirst ? password : null;
    }

    public Task SetRole(string name, UserRole role, CancellationToken cancellation) => ChangeKeepingAnAdmin(
        name, role == UserRole.Admin, "stays admin", "update app_user set role = @role, stamp = @stamp where name_key = @key", $"{role}", cancellation);

    public async Task SetPassword(string name, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        Passwords.Check(password);
        var hash = Passwords.Hash(password);
        var changed = await store.Write($"The password of {name}", session => session.Execute(
            """
            update app_user set password_hash = @hash, must_change = @mustChange, stamp = @stamp, failures = 0, locked_until = null
            where name_key = @key
            """, new { key = Key(name), hash, mustChange = mustChangePassword ? 1 : 0, stamp = NewStamp() }), cancellation);
        if (changed == 0)
        {
            throw Unknown(name);
        }
    }

    public Task Remove(string name, CancellationToken cancellation) =>
        ChangeKeepingAnAdmin(name, false, "stays", "delete from app_user where name_key = @key", null, cancellation);

    public async Task<SignInResult> SignIn(string name, string password, CancellationToken cancellation)
    {
        if (password.Length > Passwords.Longest)
        {
            password = ""; // Fits nobody, and is counted like any other.
        }

        // The try is counted before the password is looked at: of many at once no more than five are looked at.
        var (key, now) = (Key(name), store.Time.Ticks());
        var account = await store.Write($"The sign-in of {name}", session => session.First<UserRow>(
            $"""
            update app_user set failures = failures + 1, locked_until = null
            where name_key = @key and (locked_until is null or locked_until <= @now)
            returning {UserRow.Columns}
            """, new { key, now }), cancellation);

        if (account is null)
        {
            Passwords.FitNobody(password);
            return await Find(name, cancellation) is null ? SignInResult.Refused : SignInResult.Locked;
        }

        if (Passwords.Fits(account.PasswordHash, password) && account.Failures <= WrongPasswords)
        {
            await store.Write($"The sign-in of {name}", session => session.Execute("update app_user set failures = 0 where name_key = @key", new { key }), cancellation);
            return SignInResult.Ok;
        }

        if (account.Failures < WrongPasswords)
        {
            return SignInResult.Refused;
        }

        await store.Write($"The lock of {name}", session => session.Execute(
            "update app_user set failures = 0, locked_until = @until where name_key = @key", new { key, until = now + Lock.Ticks }), cancellation);
        return SignInResult.Locked;
    }

    // Alone, because two that each remove another of the last two admins would both see one left.
    private Task<int> ChangeKeepingAnAdmin(string name, bool leavesAdmin, string whatItDoes, string sql, string? role, CancellationToken cancellation) =>
        store.Write($"The account {name}", async session =>
        {
            var key = Key(name);
            var before = await session.First<string>("select role from app_user where name_key = @key", new { key }) ?? throw Unknown(name);
            if (!leavesAdmin && before == $"{UserRole.Admin}" && await session.First<long>("select count(*) from app_user where role = 'Admin'") == 1)
            {
                throw new InvalidOperationException($"'{name}' is the last admin and {whatItDoes}: make somebody else admin first.");
            }

            return await session.Execute(sql, new { key, role, stamp = NewStamp() });
        }, cancellation, alone: true);

    private Task<int> Insert(Session session, string name, UserRole role, string hash, bool mustChange) => session.Execute(
        """
        insert into app_user (name_key, name, role, created_at, failures, must_change, stamp, password_hash)
        values (@key, @name, @role, @now, 0, @mustChange, @stamp, @hash)
        on conflict (name_key) do nothing
        """, new { key = Key(name), name, role = $"{role}", now = store.Time.Ticks(), mustChange = mustChange ? 1 : 0, stamp = NewStamp(), hash });

    private User ToUser(UserRow row) => new(
        row.Name, Enum.Parse<UserRole>(row.Role), Instant.Of(row.CreatedAt),
        row.LockedUntil is { } until && until > store.Time.Ticks() ? Instant.Of(until) : null, row.MustChange != 0, row.Stamp);

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@'))
        {
            throw new ArgumentException($"A name has 1 to {LongestName} letters, digits, '.', '_', '-' or '@'; '{name}' does not fit.");
        }
    }

    private static ArgumentException Unknown(string name) => new($"There is no account named '{name}'.");

    private static string Key(string name) => name.Trim().ToLowerInvariant();

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
