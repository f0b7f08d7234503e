using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>The addresses of sign-in and of the staff pages.</summary>
public static partial class Urls
{
    public const string SignInPath = "/sign-in";

    /// <summary>Leads to the provider of OpenID Connect, where there is one.</summary>
    public const string ProviderPath = "/sign-in/provider";

    /// <summary>Where the provider sends people back to; it must know this address.</summary>
    public const string ProviderAnswerPath = "/sign-in/answer";

    public const string SignOutPath = "/sign-out";
    public const string PasswordPath = "/password";

    public const string StaffPath = "/staff";
    public const string SchedulesPath = "/staff/schedules";
    public const string NewSchedulePath = "/staff/schedules/new";
    public const string EditSchedulePath = "/staff/schedules/edit";
    public const string RunsPath = "/staff/runs";
    public const string HealthPath = "/staff/sources";
    public const string ApprovalsPath = "/staff/approvals";
    public const string VintagesPath = "/staff/vintages";
    public const string RejectedPath = "/staff/rejected";
    public const string UploadPath = "/staff/upload";
    public const string UsersPath = "/staff/users";
    public const string AuditPath = "/staff/audit";
    public const string WordsPath = "/staff/words";

    /// <summary>Where the interactive components' own connection lives.</summary>
    public const string CircuitPath = "/_blazor";

    /// <summary>Where to go after signing in; followed only within this program.</summary>
    public const string ReturnTo = "return";

    public const string State = "state";
    public const string Source = "source";
    public const string Page = "page";

    public static string InLanguage(string path, Language language) => Of(path, ViewState.Default with { Language = language });

    public static string SignIn(Language language, string? returnTo = null) => With(InLanguage(SignInPath, language), ReturnTo, returnTo);

    public static string SignInByProvider(Language language, string? returnTo) => With(InLanguage(ProviderPath, language), ReturnTo, returnTo);

    public static string EditSchedule(string name, Language language) => InLanguage($"{EditSchedulePath}/{Uri.EscapeDataString(name)}", language);

    public static string Run(string runId, Language language) => InLanguage($"{RunsPath}/{Uri.EscapeDataString(runId)}", language);

    public static string Runs(RunState? state, Language language) => With(InLanguage(RunsPath, language), State, state?.ToString().ToLowerInvariant());

    public static string Rejected(string? source, Language language) => With(InLanguage(RejectedPath, language), Source, source);

    public static string Audit(int page, Language language) =>
        With(InLanguage(AuditPath, language), Page, page <= 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static string Revisions(string? country, Language language) => OfCountry(RevisionsPath, country, language);

    /// <summary>Of one indicator, or of every figure.</summary>
    public static string RevisionsFeed(string? indicator, Language language) => Of(RevisionsFeedPath, ViewState.Default with { Language = language }, new Pages.Revisions.FeedState(indicator));

    private static string OfCountry(string path, string? country, Language language) =>
        Of(path, ViewState.Default with { Language = language, Countries = country is null ? CountryList.Empty : new CountryList([country]) });

    private static string With(string address, string name, string? value) =>
        value is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
