using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Accounts in memory, with the rules the pages rely on: five wrong passwords from one address lock, every change ends sign-ins.</summary>
public sealed class FakeUsers(TimeProvider time) : IUserStore
{
    private readonly Dictionary<string, (User User, string Password)> accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Name, string Address), (int Wrong, DateTimeOffset? LockedUntil)> tries = [];

    /// <summary>A sign-in was looked at with a token that a dropped connection may cancel.</summary>
    public bool CanBeCutShort { get; private set; }

    public Task<IReadOnlyList<User>> List(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<User>>([.. accounts.Values.Select(a => a.User)]);

    public Task<User?> Find(string name, CancellationToken cancellation) => Task.FromResult(accounts.TryGetValue(name, out var account) ? account.User : null);

    public Task Add(string name, UserRole role, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        if (name.Length == 0 || accounts.ContainsKey(name))
        {
            throw new ArgumentException($"The name '{name}' is taken.", nameof(name));
        }

        accounts[name] = (new User(name, role, time.GetUtcNow(), null, mustChangePassword, Guid.NewGuid().ToString("N")), password);
        return Task.CompletedTask;
    }

    public Task SetRole(string name, UserRole role, CancellationToken cancellation)
    {
        if (role != UserRole.Admin && accounts[name].User.Role == UserRole.Admin && accounts.Values.Count(a => a.User.Role == UserRole.Admin) == 1)
        {
            throw new InvalidOperationException("The last admin stays admin.");
        }

        return Change(name, user => user with { Role = role });
    }

    public Task SetPassword(string name, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        accounts[name] = accounts[name] with { Password = password };
        return Change(name, user => user with { MustChangePassword = mustChangePassword, LockedUntil = null });
    }

    public Task Remove(string name, CancellationToken cancellation)
    {
        accounts.Remove(name);
        return Task.CompletedTask;
    }

    public Task SetDisabled(string name, bool isDisabled, CancellationToken cancellation) => Change(name, user => user with { IsDisabled = isDisabled });

    public Task<SignInAnswer> SignIn(string name, string password, string address, CancellationToken cancellation)
    {
        CanBeCutShort |= cancellation.CanBeCanceled;
        if (!accounts.TryGetValue(name, out var account) || account.User.IsDisabled || account.User.Issuer is not null)
        {
            return Task.FromResult(new SignInAnswer(SignInResult.Refused));
        }

        var (wrong, lockedUntil) = tries.GetValueOrDefault((name, address));
        if (lockedUntil > time.GetUtcNow())
        {
            return Task.FromResult(new SignInAnswer(SignInResult.Locked, lockedUntil));
        }

        if (account.Password == password)
        {
            tries.Remove((name, address));
            return Task.FromResult(new SignInAnswer(SignInResult.Ok));
        }

        lockedUntil = wrong < 4 ? null : time.GetUtcNow() + TimeSpan.FromMinutes(15);
        tries[(name, address)] = (wrong + 1, lockedUntil);
        return Task.FromResult(new SignInAnswer(lockedUntil is null ? SignInResult.Refused : SignInResult.Locked, lockedUntil));
    }

    public Task<ExternalAnswer> SignInExternal(ExternalIdentity identity, UserRole role, CancellationToken cancellation)
    {
        CanBeCutShort |= cancellation.CanBeCanceled;
        if (!accounts.TryGetValue(identity.Name, out var account))
        {
            account = (new User(identity.Name, role, time.GetUtcNow(), null, false, Guid.NewGuid().ToString("N"), identity.Issuer), "");
            accounts[identity.Name] = account;
        }

        return Task.FromResult(
            account.User.Issuer != identity.Issuer ? new ExternalAnswer(ExternalResult.NameTaken)
            : account.User.IsDisabled ? new ExternalAnswer(ExternalResult.Disabled)
            : new ExternalAnswer(ExternalResult.Ok, account.User));
    }

    public Task EndSignIns(ExternalIdentity identity, CancellationToken cancellation) =>
        accounts.TryGetValue(identity.Name, out var account) && account.User.Issuer == identity.Issuer ? Change(identity.Name, user => user) : Task.CompletedTask;

    private Task Change(string name, Func<User, User> change)
    {
        accounts[name] = accounts[name] with { User = change(accounts[name].User) with { Stamp = Guid.NewGuid().ToString("N") } };
        return Task.CompletedTask;
    }
}
