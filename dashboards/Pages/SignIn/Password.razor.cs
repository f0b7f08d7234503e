using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Staff;

namespace SpIndicators.Dashboards.Pages.SignIn;

/// <summary>Changes one's own password; a one-time password opens this page and nothing else.</summary>
public sealed partial class Password : DashboardPage
{
    private const string FormName = "password";
    private const int Shortest = 12;
    private const int Longest = 200;

    private string? refusal;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = FormName)]
    public string? Current { get; set; }

    [SupplyParameterFromForm(FormName = FormName)]
    public string? Chosen { get; set; }

    [SupplyParameterFromForm(FormName = FormName)]
    public string? Again { get; set; }

    [Inject]
    public required IUserStore Users { get; set; }

    [Inject]
    public required IAuditLog Audit { get; set; }

    [Inject]
    public required RefusedSignIns Refusals { get; set; }

    [Inject]
    public required SignInOptions Options { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private async Task Submit()
    {
        // No try goes unwritten because the connection was dropped.
        var (name, stop) = (SignInClaims.NameOf(Http.User)!, CancellationToken.None);
        refusal = await Refusal(name, stop);
        if (refusal is not null)
        {
            return;
        }

        await Audit.Write(name, "user.password", name, null, stop);
        await Users.SetPassword(name, Chosen!, mustChangePassword: false, stop);
        // The new password has ended every sign-in, this one too.
        var user = await Users.Find(name, stop) ?? throw new InvalidOperationException($"The account {name} was removed while its password was changed.");
        await Http.SignInAsync(SignInClaims.Scheme, SignInClaims.Of(user, Time.GetUtcNow()));
        Navigation.NavigateTo(Urls.InLanguage(Urls.SchedulesPath, State.Language));
    }

    private async Task<string?> Refusal(string name, CancellationToken stop)
    {
        if (Current is not { Length: > 0 and <= Longest })
        {
            return T["password.refused.current"];
        }

        if (Chosen is not { Length: >= Shortest and <= Longest })
        {
            return T["password.refused.length", Format.Whole(Shortest), Format.Whole(Longest), Format.Whole(Chosen?.Length ?? 0)];
        }

        if (Chosen != Again)
        {
            return T["password.refused.again"];
        }

        if (Chosen == Current)
        {
            return T["password.refused.same"];
        }

        var address = RemoteAddress.Of(Http);
        var answer = await Users.SignIn(name, Current, address, stop);
        if (answer.Result == SignInResult.Ok)
        {
            return null;
        }

        await Refusals.Tell(name, address, "wrong current password, while signed in");
        return answer.LockedUntil is { } until ? T["sign-in.locked", Format.Moment(until)] : T["password.refused.current"];
    }
}
