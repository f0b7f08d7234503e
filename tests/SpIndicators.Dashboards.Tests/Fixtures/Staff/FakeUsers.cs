using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Accounts in memory, with the rules the pages rely on: five wrong passwords lock, every change ends sign-ins.</summary>
public sealed class FakeUsers(TimeProvider time) : IUserStore
{
    private readonly Dictionary<string, (User User, string Password, int Wrong)> accounts = new(StringComparer.OrdinalIgnoreCase);

    public Task<IReadOnlyList<User>> List(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<User>>([.. accounts.Values.Select(a => a.User)]);

    public Task<User?> Find(string name, CancellationToken cancellation) => Task.FromResult(accounts.TryGetValue(name, out var account) ? account.User : null);

    public Task Add(string name, UserRole role, string password, bool mustChangePassword, CancellationToken cancellation)
    {
        if (name.Length == 0 || accounts.ContainsKey(name))
        {
            throw new ArgumentException($"The name '{name}' is taken.", nameof(name));
        }

        accounts[name] = (new User(name, role, time.GetUtcNow(), null, mustChangePassword, Guid.NewGuid().ToString("N")), password, 0);
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
        accounts[name] = accounts[name] with { Password = password, Wrong = 0 };
        return Change(name, user => user with { MustChangePassword = mustChangePassword, LockedUntil = null });
    }

    public Task Remove(string name, CancellationToken cancellation)
    {
        accounts.Remove(name);
        return Task.CompletedTask;
    }

    public Task<SignInResult> SignIn(string name, string password, CancellationToken cancellation)
    {
        if (!accounts.TryGetValue(name, out var account))
        {
            return Task.FromResult(SignInResult.Refused);
        }

        if (account.User.LockedUntil > time.GetUtcNow())
        {
            return Task.FromResult(SignInResult.Locked);
        }

        if (account.Password == password)
        {
            accounts[name] = account with { Wrong = 0 };
            return Task.FromResult(SignInResult.Ok);
        }

        var wrong = account.Wrong + 1;
        accounts[name] = account with { Wrong = wrong, User = account.User with { LockedUntil = wrong < 5 ? null : time.GetUtcNow() + TimeSpan.FromMinutes(15) } };
        return Task.FromResult(wrong < 5 ? SignInResult.Refused : SignInResult.Locked);
    }

    private Task Change(string name, Func<User, User> change)
    {
        accounts[name] = accounts[name] with { User = change(accounts[name].User) with { Stamp = Guid.NewGuid().ToString("N") } };
        return Task.CompletedTask;
    }
}
