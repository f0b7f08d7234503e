using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Users;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>What the pages show of a provider of OpenID Connect and of its people.</summary>
public sealed class ProviderTests
{
    private static readonly ExternalIdentity Amina = new("https://id.example.org", "1", "amina");

    [Theory]
    [InlineData("en", "Sign in with Union login", "/sign-in/provider?return=%2Fstaff%2Fruns")]
    [InlineData("fr", "Se connecter avec Union login", "/sign-in/provider?lang=fr&return=%2Fstaff%2Fruns")]
    [InlineData("es", "Iniciar sesión con Union login", "/sign-in/provider?lang=es&return=%2Fstaff%2Fruns")]
    public async Task SignInPage_WithAProvider_OffersItBesideThePassword(string language, string words, string address)
    {
        await using var dashboard = Dashboard.With(new SignInOptions { Provider = "Union login" });
        await dashboard.InitializeAsync();
        using var visitor = new Visitor(dashboard);
        var page = await visitor.Page($"/sign-in?return=%2Fstaff%2Fruns&lang={language}");

        var link = page.QuerySelector("a[data-enhance-nav=false]")!;
        Assert.Equal((words, address), (link.TextContent, link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("form.form input[type=password]"));
    }

    [Fact]
    public async Task SignInPage_WithoutAProvider_OffersNone()
    {
        await using var dashboard = new Dashboard();
        await dashboard.InitializeAsync();
        using var visitor = new Visitor(dashboard);

        Assert.Null((await visitor.Page("/sign-in")).QuerySelector("a[data-enhance-nav=false]"));
    }

    [Fact]
    public async Task Cookie_BehindATlsProxy_IsForHttpsOnly()
    {
        await using var dashboard = Dashboard.With(new SignInOptions { IsBehindTls = true });
        await dashboard.InitializeAsync();
        using var visitor = new Visitor(dashboard);
        using var answer = await visitor.SignIn("sami", Office.Password);

        Assert.Contains("; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("spi.sign-in=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task UsersPage_OffersAProvidersPersonNeitherPasswordNorRole_ButCanDisableThem()
    {
        var office = new Office(new ManualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
        await office.Users.SignInExternal(Amina, UserRole.Staff, TestContext.Current.CancellationToken);
        var island = office.Island<UsersIsland>("ada");
        var row = (await island.Render(("Lang", "en"))).QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "amina");

        Assert.Null(row.QuerySelector("select"));
        Assert.Null(row.QuerySelector("[data-do=reset-amina]"));
        Assert.Contains("signs in by https://id.example.org", row.TextContent, StringComparison.Ordinal);

        await island.Fire("button", "data-do", "disable-amina", "onclick", EventArgs.Empty);
        var after = (await island.Markup()).QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "amina");

        Assert.True((await office.Users.Find("amina", TestContext.Current.CancellationToken))!.IsDisabled);
        Assert.Contains("Enable", after.QuerySelector("[data-do=disable-amina]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("ada", "user.disable", "amina"), (office.Audit.Entries[0].Who, office.Audit.Entries[0].Action, office.Audit.Entries[0].Subject));
    }

    [Fact]
    public async Task SomebodyWithoutARoleNow_IsRefused_AndTheirOlderSignInsEnd()
    {
        await using var dashboard = new Dashboard();
        await using var scope = dashboard.Services.CreateAsyncScope();
        var before = (await dashboard.Office.Users.SignInExternal(Amina, UserRole.Admin, CancellationToken.None)).User!;
        var context = Dropped(scope.ServiceProvider);

        Assert.Null(await scope.ServiceProvider.GetRequiredService<ProviderSignIn>().Admit(context, Amina, null, null));

        Assert.Equal(403, context.Response.StatusCode);
        Assert.NotEqual(before.Stamp, (await dashboard.Office.Users.Find("amina", CancellationToken.None))!.Stamp);
        Assert.Equal("user.sign-in.refused", Assert.Single(dashboard.Office.Audit.Entries).Action);
        Assert.Empty(dashboard.Office.Audit.CanBeLost);
    }

    [Fact]
    public async Task SignInByProvider_WhoseConnectionIsDropped_StandsInTheAuditLog()
    {
        await using var dashboard = new Dashboard();
        await using var scope = dashboard.Services.CreateAsyncScope();

        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<ProviderSignIn>().Admit(Dropped(scope.ServiceProvider), Amina, UserRole.Staff, null));

        Assert.Equal(("amina", "user.sign-in"), (dashboard.Office.Audit.Entries[0].Who, dashboard.Office.Audit.Entries[0].Action));
        Assert.Empty(dashboard.Office.Audit.CanBeLost);
        Assert.False(dashboard.Office.Users.CanBeCutShort);
    }

    [Fact]
    public async Task DisabledAccount_IsOutWithTheNextPage()
    {
        await using var dashboard = new Dashboard();
        await dashboard.InitializeAsync();
        using var visitor = await Visitor.SignedIn(dashboard, "sami");
        await dashboard.Office.Users.SetDisabled("sami", true, TestContext.Current.CancellationToken);
        using var after = await visitor.Get("/staff/runs");

        Assert.StartsWith("/sign-in", after.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static DefaultHttpContext Dropped(IServiceProvider services) => new()
    {
        RequestServices = services,
        RequestAborted = new CancellationToken(canceled: true),
        Request = { Scheme = "https", Host = new HostString("localhost") },
    };
}
