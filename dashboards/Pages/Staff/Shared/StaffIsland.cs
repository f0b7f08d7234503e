using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Shared;
using SpIndicators.Dashboards.Staff;

namespace SpIndicators.Dashboards.Pages.Staff.Shared;

/// <summary>
/// The interactive part of a staff page: it loads, acts through the <see cref="StaffDesk"/>, says how that went, and
/// loads again; while something happens it follows. Before its connection stands, and for readers, buttons do nothing.
/// </summary>
public abstract partial class StaffIsland : ComponentBase, IDisposable
{
    /// <summary>While something runs.</summary>
    protected static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    /// <summary>While something may begin at any time.</summary>
    protected static readonly TimeSpan NowAndThen = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource gone = new();
    private bool didNotAnswer;

    /// <summary>Code of the language: islands get plain values.</summary>
    [Parameter, EditorRequired]
    public required string Lang { get; set; }

    [Inject]
    public required StaffDesk Desk { get; set; }

    [Inject]
    public required AuthenticationStateProvider SignIn { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<StaffIsland> Log { get; set; }

    protected Texts T { get; private set; } = Texts.In(Language.English);

    protected Formats Format => T.Format;

    /// <summary>Of whoever sits here; null when nobody is signed in any more.</summary>
    protected UserRole? Role { get; private set; }

    /// <summary>Whether actions are shown.</summary>
    protected bool MayAct => Role >= UserRole.Staff;

    /// <summary>Whether a click would be heard.</summary>
    protected bool IsDeaf => !RendererInfo.IsInteractive;

    /// <summary>What the last action came to.</summary>
    protected (NoticeKind Kind, string Text)? Said { get; private set; }

    protected CancellationToken Gone => gone.Token;

    /// <summary>How long until it looks again; null while what is shown does not change by itself.</summary>
    protected virtual TimeSpan? LooksAgainIn => null;

    protected abstract Task Load();

    protected override async Task OnInitializedAsync()
    {
        T = Texts.In(Language.TryParse(Lang, out var language) ? language : Language.English);
        SignIn.AuthenticationStateChanged += LeaveWhenSignedOut;
        Role = (await Desk.Who(Gone))?.Role;
        if (Role is not null)
        {
            await Load();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && RendererInfo.IsInteractive)
        {
            _ = Follow();
        }
    }

    /// <summary>Does what was asked, as whoever sits here, and says how it went.</summary>
    /// <param name="done">The sentence when it went well.</param>
    protected async Task Act(string action, string subject, string? details, string done, Func<string, CancellationToken, Task> act, UserRole least = UserRole.Staff)
    {
        Said = null;
        try
        {
            await Desk.Act(least, action, subject, details, act, Gone);
            Said = (NoticeKind.Information, done);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogRefused(Log, failure, action, subject);
            Said = (NoticeKind.Failure, Reason(failure));
        }

        Role = (await Desk.Who(Gone))?.Role;
        await Load();
    }

    protected void Say(NoticeKind kind, string text) => Said = (kind, text);

    /// <summary>The sentence of a failure, without the name of a parameter of ours behind it.</summary>
    protected static string Reason(Exception failure) =>
        failure is ArgumentException { ParamName: { } name } ? failure.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : failure.Message;

    public void Dispose()
    {
        SignIn.AuthenticationStateChanged -= LeaveWhenSignedOut;
        gone.Cancel();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task Follow()
    {
        try
        {
            while (true)
            {
                await Task.Delay(LooksAgainIn ?? NowAndThen, Time, Gone);
                if (LooksAgainIn is not null)
                {
                    await InvokeAsync(LookAgain);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    /// <summary>A store that does not answer is said, and asked again.</summary>
    private async Task LookAgain()
    {
        try
        {
            await Load();
            Said = didNotAnswer ? null : Said;
            didNotAnswer = false;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ObjectDisposedException))
        {
            didNotAnswer = true;
            Said = (NoticeKind.Failure, Reason(failure));
        }

        StateHasChanged();
    }

    /// <summary>The page is loaded anew, and leads to the sign-in.</summary>
    private void LeaveWhenSignedOut(Task<AuthenticationState> state) => _ = InvokeAsync(async () =>
    {
        if (SignInClaims.NameOf((await state).User) is null)
        {
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        }
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Action} on {Subject} was not done.")]
    private static partial void LogRefused(ILogger logger, Exception failure, string action, string subject);
}
