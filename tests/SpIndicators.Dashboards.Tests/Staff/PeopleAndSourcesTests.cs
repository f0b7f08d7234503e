using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Staff.Audit;
using SpIndicators.Dashboards.Pages.Staff.Health;
using SpIndicators.Dashboards.Pages.Staff.Users;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>Accounts, the log of what they did, and how the sources do.</summary>
public sealed class PeopleAndSourcesTests
{
    private readonly Office office = new(new ManualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task NewUser_GetsAOneTimePassword_ShownOnceAndNeverLogged()
    {
        var island = office.Island<UsersIsland>("ada");
        await island.Render(("Lang", "en"));
        await island.Fire("input", "maxlength", "80", "onchange", new ChangeEventArgs { Value = "nina" });
        await island.Fire("form", "class", "form", "onsubmit", EventArgs.Empty);
        var password = (await island.Markup()).QuerySelector(".one-time")!.TextContent;
        var nina = await office.Users.Find("nina", TestContext.Current.CancellationToken);

        Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}$", password);
        Assert.Equal((UserRole.Reader, true), (nina!.Role, nina.MustChangePassword));
        Assert.Equal(SignInResult.Ok, await office.Users.SignIn("nina", password, TestContext.Current.CancellationToken));
        Assert.Equal(("ada", "user.add", "nina"), (office.Audit.Entries[0].Who, office.Audit.Entries[0].Action, office.Audit.Entries[0].Subject));
        Assert.All(office.Audit.Entries, entry => Assert.DoesNotContain(password, $"{entry}", StringComparison.Ordinal));
        Assert.Null((await office.Island<UsersIsland>("ada").Render(("Lang", "en"))).QuerySelector(".one-time"));
    }

    [Fact]
    public async Task LastAdmin_StaysAdmin_AndThePageSaysWhy()
    {
        var island = office.Island<UsersIsland>("ada");
        await island.Render(("Lang", "en"));
        await island.Fire("select", "aria-label", "Role of ada", "onchange", new ChangeEventArgs { Value = "Staff" });

        Assert.Equal("The last admin stays admin.", (await island.Markup()).QuerySelector(".notice-failure p")!.TextContent);
    }

    [Fact]
    public async Task Accounts_AreNotShownToStaff_EvenWhereThePageIsOpen()
    {
        var page = await office.Island<UsersIsland>("sami").Render(("Lang", "en"));

        Assert.Empty(page.QuerySelectorAll("table, form"));
        Assert.DoesNotContain("ada", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_GivesAOneTimePassword_AndEndsTheSignIn()
    {
        var before = (await office.Users.Find("sami", TestContext.Current.CancellationToken))!.Stamp;
        var island = office.Island<UsersIsland>("ada");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "reset-sami", "onclick", new MouseEventArgs());
        var after = (await office.Users.Find("sami", TestContext.Current.CancellationToken))!;

        Assert.True(after.MustChangePassword);
        Assert.NotEqual(before, after.Stamp);
        Assert.Equal("user.reset", office.Audit.Entries[0].Action);
    }

    [Fact]
    public async Task Audit_IsNewestFirst_AndHasPages()
    {
        for (var i = 0; i < 101; i++)
        {
            await office.Audit.Write("sami", "schedule.run", $"s{i}", "<b>", TestContext.Current.CancellationToken);
        }

        var first = await office.Island<AuditIsland>("sami").Render(("Lang", "en"), ("Page", 1));
        var second = await office.Island<AuditIsland>("sami").Render(("Lang", "en"), ("Page", 2));

        Assert.Equal(100, first.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("s100", first.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/staff/audit?page=2", first.QuerySelector("nav a")!.GetAttribute("href"));
        Assert.Single(second.QuerySelectorAll("tbody tr"));
        Assert.Empty(first.QuerySelectorAll("tbody b"));
    }

    [Theory]
    [InlineData(null, null, null, Health.Unknown)]
    [InlineData(RunState.Published, 10, 0, Health.Healthy)]
    [InlineData(RunState.NoNewData, 400, 0, Health.Healthy)]
    [InlineData(RunState.Published, 401, 0, Health.Warning)]
    [InlineData(RunState.Published, 10, 1, Health.Warning)]
    [InlineData(RunState.Held, 10, 0, Health.Warning)]
    [InlineData(RunState.Published, 2000, 0, Health.Degraded)]
    [InlineData(RunState.Failed, 10, 0, Health.Degraded)]
    [InlineData(RunState.Interrupted, 10, 2, Health.Degraded)]
    [InlineData(RunState.Running, 10, 0, Health.Unknown)]
    [InlineData(null, 401, 0, Health.Warning)]
    public void Health_IsTheWorstOfRunFreshnessAndChecks(RunState? state, int? age, int? failed, Health worst)
    {
        var today = new DateOnly(2026, 3, 1);
        var run = state is { } known ? SomeRuns.Of("r1", known).Run : null;
        RoughDate? released = age is { } days ? new RoughDate(today.AddDays(-days), DatePrecision.Day) : null;

        Assert.Equal(worst, new SourceHealth("s", null, run, released, failed, PublishPolicy.Automatic, today).Worst);
    }

    [Fact]
    public async Task Sources_ComeWorstFirst_EachWithAShapeAndAWord()
    {
        using var warehouse = SmallWarehouse.Published();
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Failed, source: "worldbank_wdi", reason: "answered 503"));
        var page = await office.Island<HealthIsland>("rita", warehouse.Folder).Render(("Lang", "en"));

        Assert.Equal(["ilostat_sdg_0131", "worldbank_wdi", "unsd_sdg"], page.QuerySelectorAll(".card").Select(card => card.Id!["source-".Length..]));
        Assert.Equal(["■ Degraded", "■ Degraded", "▲ Warning"], page.QuerySelectorAll("h2 .badge").Select(badge => badge.TextContent.Trim()));
        Assert.Contains("answered 503", page.QuerySelector("#source-worldbank_wdi")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("select"));
    }

    [Theory]
    [InlineData("en", "Unverified:")]
    [InlineData("fr", "Non vérifié\u00a0:")]
    [InlineData("es", "Sin verificar:")]
    public async Task Source_WhoseAgencyNobodyEverHeard_SaysSo_AndNoOther(string lang, string word)
    {
        using var warehouse = SmallWarehouse.Published();
        var page = await office.Island<HealthIsland>("rita", warehouse.Folder).Render(("Lang", lang));

        Assert.Equal("source-worldbank_wdi", Assert.Single(page.QuerySelectorAll(".card"), card => card.TextContent.Contains(word, StringComparison.Ordinal)).Id);
    }

    [Fact]
    public async Task Policy_OfASource_IsChosenByStaff()
    {
        using var warehouse = SmallWarehouse.Published();
        var island = office.Island<HealthIsland>("sami", warehouse.Folder);
        await island.Render(("Lang", "en"));
        await island.Fire("select", "aria-label", "When checks warn, for unsd_sdg", "onchange", new ChangeEventArgs { Value = "HoldOnWarnings" });

        Assert.Equal(PublishPolicy.HoldOnWarnings, office.Policies.Chosen["unsd_sdg"]);
        Assert.Equal(("source.policy", "unsd_sdg", "Automatic to HoldOnWarnings"), (office.Audit.Entries[0].Action, office.Audit.Entries[0].Subject, office.Audit.Entries[0].Details));
    }
}
