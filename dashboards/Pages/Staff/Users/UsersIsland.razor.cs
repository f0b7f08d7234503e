using Microsoft.AspNetCore.Components;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Staff.Shared;
using SpIndicators.Dashboards.Shared;

namespace SpIndicators.Dashboards.Pages.Staff.Users;

/// <summary>The accounts. Passwords are drawn here, shown once and changed by their owner at the first sign-in.</summary>
public sealed partial class UsersIsland : StaffIsland
{
    private IReadOnlyList<User> users = [];
    private (string Name, string Password)? oneTime;
    private string name = "";
    private UserRole role = UserRole.Reader;

    [Inject]
    public required IUserStore Store { get; set; }

    /// <summary>Accounts are for admins' eyes; a role may have changed since the page was opened.</summary>
    protected override async Task Load() =>
        users = Role == UserRole.Admin ? [.. (await Store.List(Gone)).OrderBy(u => u.Name, StringComparer.OrdinalIgnoreCase)] : [];

    private async Task Add()
    {
        var (asked, password) = (name.Trim(), OneTimePassword.Draw());
        await Change("user.add", asked, role.ToString(), T["users.add.done", asked], stop => Store.Add(asked, role, password, mustChangePassword: true, stop), (asked, password));
        name = oneTime is null ? name : "";
    }

    private Task Reset(User user)
    {
        var password = OneTimePassword.Draw();
        return Change("user.reset", user.Name, null, T["users.reset.done", user.Name], stop => Store.SetPassword(user.Name, password, mustChangePassword: true, stop), (user.Name, password));
    }

    private Task SetRole(User user, string? chosen) => Enum.TryParse<UserRole>(chosen, out var next) && Enum.IsDefined(next)
        ? Change("user.role", user.Name, $"{user.Role} to {next}", T["users.role.done", user.Name, T[$"role.{next.ToString().ToLowerInvariant()}"]], stop => Store.SetRole(user.Name, next, stop))
        : Task.CompletedTask;

    private Task SetDisabled(User user) => user.IsDisabled
        ? Change("user.enable", user.Name, null, T["users.enable.done", user.Name], stop => Store.SetDisabled(user.Name, false, stop))
        : Change("user.disable", user.Name, null, T["users.disable.done", user.Name], stop => Store.SetDisabled(user.Name, true, stop));

    private Task Remove(User user) => Change("user.remove", user.Name, null, T["users.remove.done", user.Name], stop => Store.Remove(user.Name, stop));

    private async Task Change(string action, string subject, string? details, string done, Func<CancellationToken, Task> act, (string, string)? given = null)
    {
        oneTime = null;
        await Act(action, subject, details, done, (_, stop) => act(stop), UserRole.Admin);
        oneTime = Said is { Kind: NoticeKind.Information } ? given : null;
    }

    private string StateOf(User user) =>
        user.IsDisabled ? T["users.disabled"]
        : user.Issuer is { } issuer ? T["users.provider", issuer]
        : user.LockedUntil is { } until && until > Time.GetUtcNow() ? T["users.locked", Format.Moment(until)]
        : user.MustChangePassword ? T["users.must-change"]
        : T["users.fine"];
}
