using System.Security.Cryptography;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>Accounts in the operational database.</summary>
internal sealed class UserStore(OperationsStore store) : IUserStore
{
    private readonly PasswordTries tries = new(store);
    private readonly ProvidedAccounts provided = new(store);

    public async Task<IReadOnlyList<User>> List(CancellationToken cancellation)
    {
        var rows = await store.Read(session => session.Query<UserRow>($"select {UserRow.Columns} from app_user order by name_key"), cancellation);
        return [.. rows.Select(row => row.ToUser(store.Time.Ticks()))];
    }

    public async Task<User?> Find(string name, CancellationToken cancellation) =>
        await store.Read(session => session.First<UserRow>($"select {UserRow.Columns} from app_user where name_key = @key", new { key = Key(name) }), cancellation)
            is { } row ? row.ToUser(store.Time.Ticks()) : null;

    public async Task Add(string name, UserRole role, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        AccountName.Check(name);
        Passwords.Check(password);
        var hash = Passwords.Hash(password);
        var added = await store.Write($"The account {name}", session => Insert(session, name, role, hash, mustChangePassword), cancellation);
        if (added == 0)
        {
            throw new ArgumentException($"There is an account named '{name}' already.");
        }
    }

    /// <summary>On first start, with no account that has a password, makes 'admin' and returns the one-time password, once; null ever after.</summary>
    public async Task<string?> AddFirstAdmin(CancellationToken cancellation)
    {
        var password = OneTimePassword.Draw();
        var hash = Passwords.Hash(password);
        var isFirst = await store.Write("The first account", async session =>
            await session.First<long>("select count(*) from app_user where issuer is null") == 0
            && await Insert(session, "admin", UserRole.Admin, hash, true) == 1, cancellation, alone: true);
        return isFirst ? password : null;
    }

    public Task SetRole(string name, UserRole role, CancellationToken cancellation) => Change(name, role == UserRole.Admin, "stays admin", (session, account) =>
        account.Issuer is { } issuer
            ? throw new InvalidOperationException($"'{account.Name}' signs in by {issuer} and has the role that it says.")
            : session.Execute("update app_user set role = @role, stamp = @stamp where name_key = @key", new { key = Key(name), role = $"{role}", stamp = NewStamp() }), cancellation);

    public async Task SetPassword(string name, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        Passwords.Check(password);
        var hash = Passwords.Hash(password);
        await Change(name, keepsAdmin: true, "", async (session, account) =>
        {
            if (account.Issuer is { } issuer)
            {
                throw new InvalidOperationException($"'{account.Name}' signs in by {issuer} and has no password here.");
            }

            await session.Execute("delete from sign_in_try where name_key = @key and succeeded_at is null", new { key = Key(name) });
            await session.Execute("update sign_in_try set failures = 0, locked_until = null where name_key = @key", new { key = Key(name) });
            return await session.Execute(
                """
                update app_user set password_hash = @hash, must_change = @mustChange, stamp = @stamp, locked_until = null
                where name_key = @key
                """, new { key = Key(name), hash, mustChange = mustChangePassword ? 1 : 0, stamp = NewStamp() });
        }, cancellation);
    }

    public Task SetDisabled(string name, bool isDisabled, CancellationToken cancellation) => Change(name, !isDisabled, "stays in use", (session, _) => session.Execute(
        "update app_user set disabled = @disabled, stamp = @stamp where name_key = @key", new { key = Key(name), disabled = isDisabled ? 1 : 0, stamp = NewStamp() }), cancellation);

    public Task Remove(string name, CancellationToken cancellation) => Change(name, keepsAdmin: false, "stays", async (session, _) =>
    {
        await session.Execute("delete from sign_in_try where name_key = @key", new { key = Key(name) });
        return await session.Execute("delete from app_user where name_key = @key", new { key = Key(name) });
    }, cancellation);

    public Task<SignInAnswer> SignIn(string name, string password, string address, CancellationToken cancellation) =>
        tries.SignIn(Key(name), password, address, cancellation);

    public Task<ExternalAnswer> SignInExternal(ExternalIdentity identity, UserRole role, CancellationToken cancellation) =>
        provided.SignIn(identity, role, cancellation);

    public Task EndSignIns(ExternalIdentity identity, CancellationToken cancellation) => provided.EndSignIns(identity, cancellation);

    // Alone, because two that each remove another of the last two admins would both see one left. Only admins with a
    // password count: whoever a provider calls admin may be somebody else's decision tomorrow.
    private Task<int> Change(string name, bool keepsAdmin, string whatItDoes, Func<Session, UserRow, Task<int>> change, CancellationToken cancellation) =>
        store.Write($"The account {name}", async session =>
        {
            var account = await session.First<UserRow>($"select {UserRow.Columns} from app_user where name_key = @key", new { key = Key(name) }) ?? throw Unknown(name);
            if (!keepsAdmin && account is { Role: nameof(UserRole.Admin), Issuer: null, Disabled: 0 }
                && await session.First<long>("select count(*) from app_user where role = 'Admin' and issuer is null and disabled = 0") == 1)
            {
                throw new InvalidOperationException($"'{name}' is the last admin and {whatItDoes}: make somebody else admin first.");
            }

            return await change(session, account);
        }, cancellation, alone: true);

    private Task<int> Insert(Session session, string name, UserRole role, string hash, bool mustChange) => session.Execute(
        """
        insert into app_user (name_key, name, role, created_at, failures, must_change, stamp, password_hash)
        values (@key, @name, @role, @now, 0, @mustChange, @stamp, @hash)
        on conflict (name_key) do nothing
        """, new { key = Key(name), name, role = $"{role}", now = store.Time.Ticks(), mustChange = mustChange ? 1 : 0, stamp = NewStamp(), hash });

    private static ArgumentException Unknown(string name) => new($"There is no account named '{name}'.");

    internal static string Key(string name) => name.Trim().ToLowerInvariant();

    internal static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
