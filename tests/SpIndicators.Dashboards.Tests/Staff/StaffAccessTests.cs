using System.Net;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>Every staff page, for everybody: who sees it, that nobody keeps it, and that readers' pages know nothing of it.</summary>
public sealed class StaffAccessTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = new();

    /// <summary>A page and the least role that opens it.</summary>
    public static readonly (string Url, UserRole Least)[] Pages =
    [
        ("/staff", UserRole.Reader), ("/staff/schedules", UserRole.Reader), ("/staff/schedules/new", UserRole.Staff), ("/staff/schedules/edit/weekly-ilo", UserRole.Staff),
        ("/staff/runs", UserRole.Reader), ("/staff/runs/r1", UserRole.Reader), ("/staff/sources", UserRole.Reader), ("/staff/approvals", UserRole.Reader),
        ("/staff/vintages", UserRole.Reader), ("/staff/rejected", UserRole.Reader), ("/staff/audit", UserRole.Staff), ("/staff/words", UserRole.Staff), ("/staff/upload", UserRole.Staff), ("/staff/users", UserRole.Admin),
    ];

    public static TheoryData<string, string?, HttpStatusCode> Visits =>
    [
        .. from page in Pages
           from who in new (string? Name, UserRole? Role)[] { (null, null), ("rita", UserRole.Reader), ("sami", UserRole.Staff), ("ada", UserRole.Admin) }
           select new TheoryDataRow<string, string?, HttpStatusCode>(
               page.Url, who.Name, who.Role is not { } role ? HttpStatusCode.Found : role >= page.Least ? HttpStatusCode.OK : HttpStatusCode.Forbidden),
    ];

    public ValueTask InitializeAsync()
    {
        dashboard.Office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        dashboard.Office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Failed, reason: "sdmx.ilo.org gave no answer"));
        return dashboard.InitializeAsync();
    }

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory, MemberData(nameof(Visits))]
    public async Task StaffPage_OpensForItsRolesOnly_AndIsKeptByNobody(string url, string? who, HttpStatusCode status)
    {
        using var visitor = who is null ? new Visitor(dashboard) : await Visitor.SignedIn(dashboard, who);
        using var answer = await visitor.Get(url);

        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore, $"{url} may be kept: {answer.Headers.CacheControl}");
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Headers.Age);
    }

    [Fact]
    public void Visits_CoverEveryStaffPageThereIs()
    {
        var routed = typeof(Urls).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(Microsoft.AspNetCore.Components.RouteAttribute), false).Cast<Microsoft.AspNetCore.Components.RouteAttribute>())
            .Select(route => route.Template).Where(route => route.StartsWith("/staff", StringComparison.Ordinal)).ToList();

        Assert.Equal(Pages.Length, routed.Count);
        Assert.All(routed, route => Assert.Contains(Pages, page => page.Url.StartsWith(route.Split('{')[0], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/revisions?country=KEN")]
    [InlineData("/test/island")]
    public async Task ReadersPage_OfSomebodySignedIn_IsTheOneEverybodyGets(string url)
    {
        using var visitor = await Visitor.SignedIn(dashboard, "ada");
        using var theirs = await visitor.Get(url);
        using var everybodys = await dashboard.Get(url);
        var text = await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(everybodys.Headers.ETag, theirs.Headers.ETag);
        Assert.Equal(text, await everybodys.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparer.Ordinal);
        Assert.False(theirs.Headers.Contains("Set-Cookie"));
        // The signed marker of an interactive part is any letters at all.
        Assert.DoesNotContain("ada", System.Text.RegularExpressions.Regex.Replace(text, "<!--Blazor:.*?-->", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadersPage_AfterHoursOfReading_NeverRenewsTheSignIn()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "ada");
        dashboard.Time.Advance(TimeSpan.FromHours(6));
        using var reading = await visitor.Get("/sources");
        await dashboard.Office.Users.Remove("ada", TestContext.Current.CancellationToken);
        using var afterwards = await visitor.Get("/sources?lang=fr");

        Assert.False(reading.Headers.Contains("Set-Cookie"));
        Assert.False(afterwards.Headers.Contains("Set-Cookie"));
        Assert.NotNull(afterwards.Headers.ETag);
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/staff/../sources")]
    public async Task ReadersPage_TakesNoForm_EvenFromStaff(string url)
    {
        using var visitor = await Visitor.SignedIn(dashboard, "ada");
        using var answer = await visitor.Post(url, ("a", "1"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/staff/schedules")]
    [InlineData("/sign-in")]
    public async Task PersonalPage_HasTheSamePolicyAsAnyOther(string url)
    {
        using var visitor = await Visitor.SignedIn(dashboard, "ada");
        using var answer = url == "/sign-in" ? await dashboard.Get(url) : await visitor.Get(url);
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick]"));
        Assert.All(page.Scripts, script => Assert.Empty(script.TextContent));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Forbidden_SaysSoInTheReadersLanguage()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        var page = await visitor.Page("/staff/users?lang=fr");

        Assert.Equal("Cette page est réservée à un autre rôle", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task LanguageSwitch_KeepsWhatAStaffPageWasAsked()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        var page = await visitor.Page("/staff/runs?state=failed");

        Assert.Equal("/staff/runs?lang=fr&state=failed", page.QuerySelector(".language-switch [lang=fr]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll(".notice-attention"));
    }
}
