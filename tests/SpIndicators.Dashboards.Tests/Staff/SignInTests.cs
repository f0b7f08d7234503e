using System.Net;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>Who gets in, for how long, and what whoever does not is told.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = new();

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Fact]
    public async Task RightPassword_SignsIn_AndTheCookieIsForThisSiteAndNoScript()
    {
        using var visitor = new Visitor(dashboard);
        using var answer = await visitor.SignIn("SAMI", Office.Password, "/sign-in?lang=fr");
        using var staff = await visitor.Get("/staff/schedules?lang=fr");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("spi.sign-in=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/staff/schedules?lang=fr", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, staff.StatusCode);
        Assert.Equal(("sami", "user.sign-in"), (dashboard.Office.Audit.Entries[0].Who, dashboard.Office.Audit.Entries[0].Action));
    }

    [Theory]
    [InlineData("sami", "wrong password")]
    [InlineData("nobody", Office.Password)]
    [InlineData("", "")]
    public async Task Refusal_SaysTheSame_WhicheverOfTheTwoWasWrong(string name, string password)
    {
        using var visitor = new Visitor(dashboard);
        using var answer = await visitor.SignIn(name, password);
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Name and password do not go together. Check both and try again.", page.QuerySelector(".notice-failure p:last-child")!.TextContent);
        Assert.Equal("", page.QuerySelector("input[type=password]")!.GetAttribute("value") ?? "");
        Assert.DoesNotContain(visitor.Cookies.GetAllCookies(), c => c.Name == "spi.sign-in");
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheName_AndThePageSaysUntilWhen()
    {
        using var visitor = new Visitor(dashboard);
        for (var i = 0; i < 5; i++)
        {
            (await visitor.SignIn("sami", "wrong password")).Dispose();
        }

        using var locked = await visitor.SignIn("sami", Office.Password);
        dashboard.Time.Advance(TimeSpan.FromMinutes(15));
        using var later = await visitor.SignIn("sami", Office.Password);

        var page = await Html.Parse(await locked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("locked until 1 March 2026, 12:15\u00a0UTC", page.QuerySelector(".notice-failure")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, later.StatusCode);
    }

    [Fact]
    public async Task StaffPage_OfNobody_LeadsThroughTheSignInBackToIt()
    {
        using var visitor = new Visitor(dashboard);
        using var refused = await visitor.Get("/staff/runs?state=failed&lang=es");
        using var answer = await visitor.SignIn("rita", Office.Password, refused.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.StartsWith("/sign-in?lang=es&return=", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/staff/runs?state=failed&lang=es", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("staff/runs")]
    [InlineData("/\t/evil.example")]
    public async Task ReturnAddress_ThatIsNotAPathOfOurs_IsNotFollowed(string address)
    {
        using var visitor = new Visitor(dashboard);
        using var answer = await visitor.SignIn("rita", Office.Password, $"/sign-in?return={Uri.EscapeDataString(address)}");

        Assert.EndsWith("/staff/schedules", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithoutAClick_EndsAfterEightHours()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        dashboard.Time.Advance(TimeSpan.FromHours(7.9));
        using var before = await visitor.Get("/staff/runs");
        dashboard.Time.Advance(TimeSpan.FromHours(8.1));
        using var after = await visitor.Get("/staff/runs");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task SignIn_HoweverBusy_EndsAfterADay()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        for (var hour = 0; hour < 23; hour++)
        {
            dashboard.Time.Advance(TimeSpan.FromHours(1));
            using var during = await visitor.Get("/staff/runs");
            Assert.Equal(HttpStatusCode.OK, during.StatusCode);
        }

        dashboard.Time.Advance(TimeSpan.FromHours(1));
        using var after = await visitor.Get("/staff/runs");

        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("role")]
    [InlineData("removal")]
    public async Task SignIn_OfAnAccountThatWasChanged_IsOver(string change)
    {
        using var visitor = await Visitor.SignedIn(dashboard, "sami");
        var stop = TestContext.Current.CancellationToken;
        await (change switch
        {
            "password" => dashboard.Office.Users.SetPassword("sami", "another long password", false, stop),
            "role" => dashboard.Office.Users.SetRole("sami", UserRole.Reader, stop),
            _ => dashboard.Office.Users.Remove("sami", stop),
        });
        using var after = await visitor.Get("/staff/runs");

        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        Assert.StartsWith("/sign-in", after.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneTimePassword_OpensNothingButItsChange_AndItsChangeOpensTheRest()
    {
        await dashboard.Office.Users.SetPassword("sami", "given-out-once-only", mustChangePassword: true, TestContext.Current.CancellationToken);
        using var visitor = new Visitor(dashboard);
        using var first = await visitor.SignIn("sami", "given-out-once-only");
        using var barred = await visitor.Get("/staff/schedules");
        using var slip = await visitor.Send("/password", "form.form", ("Current", "given-out-once-only"), ("Chosen", "a new long password"), ("Again", "another long password"));
        using var changed = await visitor.Send("/password", "form.form", ("Current", "given-out-once-only"), ("Chosen", "a new long password"), ("Again", "a new long password"));
        using var open = await visitor.Get("/staff/schedules");

        Assert.EndsWith("/password", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/password", barred.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("typed in two ways", await slip.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Theory]
    [InlineData("wrong password", "a new long password", "The current password is not right.")]
    [InlineData(Office.Password, "short", "A password has 12 to 200 characters; this one has 5.")]
    [InlineData(Office.Password, Office.Password, "The new password is the current one.")]
    public async Task PasswordChange_ThatCannotBe_SaysWhy(string current, string chosen, string reason)
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        using var answer = await visitor.Send("/password", "form.form", ("Current", current), ("Chosen", chosen), ("Again", chosen));

        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditEntries_OfSignInAndPassword_DoNotHangOnTheConnection()
    {
        using var visitor = new Visitor(dashboard);
        (await visitor.SignIn("rita", "wrong password")).Dispose();
        (await visitor.SignIn("rita", Office.Password)).Dispose();
        (await visitor.Send("/password", "form.form", ("Current", "wrong password"), ("Chosen", "a new long password"), ("Again", "a new long password"))).Dispose();
        (await visitor.Send("/password", "form.form", ("Current", Office.Password), ("Chosen", "a new long password"), ("Again", "a new long password"))).Dispose();
        (await visitor.Send("/staff/runs", "form.staff-who")).Dispose();

        Assert.Equal(
            ["user.sign-out", "user.password", "user.sign-in", "user.sign-in.refused"],
            dashboard.Office.Audit.Entries.Select(entry => entry.Action).Distinct());
        Assert.Empty(dashboard.Office.Audit.CanBeLost);
        Assert.False(dashboard.Office.Users.CanBeCutShort);
    }

    [Fact]
    public async Task SignOut_EndsTheSignIn_AndOnlyAsAForm()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        using var link = await visitor.Get("/sign-out");
        using var still = await visitor.Get("/staff/runs");
        using var answer = await visitor.Send("/staff/runs?lang=fr", "form.staff-who");
        using var after = await visitor.Get("/staff/runs");

        Assert.NotEqual(HttpStatusCode.Found, link.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal("/sign-in?lang=fr", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        Assert.Equal("user.sign-out", dashboard.Office.Audit.Entries[0].Action);
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/password", "password")]
    [InlineData("/sign-out", null)]
    public async Task Form_WithoutItsToken_IsRefusedInWords_AndDoesNothing(string url, string? handler)
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        (string, string)[] fields = handler is null ? [] : [("_handler", handler), ("Name", "rita"), ("Password", Office.Password), ("Current", Office.Password), ("Chosen", "a new long password"), ("Again", "a new long password")];
        using var answer = await visitor.Post(url, fields);
        using var still = await visitor.Get("/staff/runs");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The form was out of date", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Single(dashboard.Office.Audit.Entries);
    }
}
