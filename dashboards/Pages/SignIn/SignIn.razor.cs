using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
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
    public required ILogger<SignIn> Log { get; set; }

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
        var (name, password, stop) = (Name?.Trim() ?? "", Password ?? "", Http.RequestAborted);
        var result = name.Length is 0 or > Longest || password.Length is 0 or > Longest
            ? SignInResult.Refused
            : await Users.SignIn(name, password, stop);
        if (result == SignInResult.Ok && await Users.Find(name, stop) is { } user)
        {
            await Audit.Write(user.Name, "user.sign-in", user.Name, null, stop);
            await Http.SignInAsync(SignInClaims.Scheme, SignInClaims.Of(user, Time.GetUtcNow()));
            GoOn(user.MustChangePassword);
            return;
        }

        // What is no account's name may be a password, typed into the wrong field.
        LogRefused(Log, result, await Users.Find(name, stop) is { } account ? account.Name : "no account", Http.Connection.RemoteIpAddress?.ToString());
        refusal = result == SignInResult.Locked && (await Users.Find(name, stop))?.LockedUntil is { } until
            ? T["sign-in.locked", Format.Moment(until)]
            : T["sign-in.refused"];
    }

    private void GoOn(bool mustChangePassword)
    {
        var home = Urls.InLanguage(Urls.SchedulesPath, State.Language);
        Navigation.NavigateTo(mustChangePassword ? Urls.InLanguage(Urls.PasswordPath, State.Language) : LocalAddress.Of(ReturnTo) ?? home);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in {Result} for {Name} from {Address}")]
    private static partial void LogRefused(ILogger logger, SignInResult result, string name, string? address);
}
