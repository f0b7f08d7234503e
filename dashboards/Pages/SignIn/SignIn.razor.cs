using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Staff;

namespace SpIndicators.Dashboards.Pages.SignIn;

/// <summary>Name and password, posted as a plain form. Whoever is refused is not told which of the two was wrong.</summary>
public sealed partial class SignIn : DashboardPage
{
    private const string FormName = "sign-in";

    /// <summary>Nobody's name or password is longer; to hash what a stranger sends takes time.</summary>
    private const int Longest = 200;

    private string? refusal;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = FormName)]
    public string? Name { get; set; }

    [SupplyParameterFromForm(FormName = FormName)]
    public string? Password { get; set; }

    [SupplyParameterFromQuery(Name = Urls.ReturnTo)]
    public string? ReturnTo { get; set; }

    [Inject]
    public required IUserStore Users { get; set; }

    [Inject]
    public required IAuditLog Audit { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required RefusedSignIns Refusals { get; set; }

    [Inject]
    public required SignInOptions Options { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && SignInClaims.NameOf(Http.User) is not null)
        {
            GoOn(SignInClaims.MustChangePassword(Http.User));
        }
    }

    private async Task Submit()
    {
        // No try goes unwritten because the connection was dropped.
        var (name, password, stop) = (Name?.Trim() ?? "", Password ?? "", CancellationToken.None);
        var address = RemoteAddress.Of(Http);
        var answer = name.Length is 0 or > Longest || password.Length is 0 or > Longest
            ? new SignInAnswer(SignInResult.Refused)
            : await Users.SignIn(name, password, address, stop);
        if (answer.Result == SignInResult.Ok && await Users.Find(name, stop) is { } user)
        {
            await Audit.Write(user.Name, "user.sign-in", user.Name, null, stop);
            await Http.SignInAsync(SignInClaims.Scheme, SignInClaims.Of(user, Time.GetUtcNow()));
            GoOn(user.MustChangePassword);
            return;
        }

        // What is no account's name may be a password, typed into the wrong field.
        var account = await Users.Find(name, stop);
        await Refusals.Tell(account?.Name ?? "no account of that name", address, Reason(answer, account));
        refusal = answer.LockedUntil is { } until ? T["sign-in.locked", Format.Moment(until)] : T["sign-in.refused"];
    }

    private void GoOn(bool mustChangePassword)
    {
        var home = Urls.InLanguage(Urls.SchedulesPath, State.Language);
        Navigation.NavigateTo(mustChangePassword ? Urls.InLanguage(Urls.PasswordPath, State.Language) : LocalAddress.Of(ReturnTo) ?? home);
    }

    private static string Reason(SignInAnswer answer, User? account) =>
        answer.Result == SignInResult.Locked ? "locked after wrong passwords"
        : account is null ? "no such account"
        : account.IsDisabled ? "disabled"
        : account.Issuer is { } issuer ? $"signs in by {issuer}, has no password"
        : "wrong password";
}
