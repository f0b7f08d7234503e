using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Approvals;
using SpIndicators.Dashboards.Pages.Staff.Runs;
using SpIndicators.Dashboards.Pages.Staff.Vintages;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>A run is shown whole, a held one is settled, a vintage is gone back to.</summary>
public sealed class RunIslandTests
{
    private static readonly MouseEventArgs Click = new();
    private readonly Office office = new(new ManualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    public RunIslandTests()
    {
        office.Vintages.Vintages.AddRange(
        [
            new VintageStatus("2026-03-01", SomeRuns.Begun, 45_400_000, IsCurrent: false, IsHeld: true),
            new VintageStatus("2026-02-01", SomeRuns.Begun.AddDays(-28), 45_363_200, IsCurrent: true, IsHeld: false),
            new VintageStatus("2026-01-01", SomeRuns.Begun.AddDays(-59), 37_498_880, IsCurrent: false, IsHeld: false),
        ]);
        office.Vintages.Rows.AddRange([SomeRuns.Plain, SomeRuns.Odd]);
    }

    [Fact]
    public async Task Run_ShowsStepsAnswersChecksDifferenceAndLog()
    {
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Held, reason: "2 checks warn", vintage: "2026-03-01", failedChecks: 2));
        var page = await office.Island<RunIsland>("rita").Render(("Lang", "en"), ("RunId", "r1"));
        var text = page.Body!.TextContent;

        Assert.Equal(["Fetch · ilostat_sdg_0131", "Build"], page.QuerySelectorAll(".build-step-name").Select(s => s.TextContent));
        Assert.Equal(["4.0\u00a0s", "1\u00a0min 11\u00a0s"], page.QuerySelectorAll(".build-step-count").Select(s => s.TextContent));
        Assert.Contains("41 hold, 2 do not", text, StringComparison.Ordinal);
        Assert.Contains("4,494 read, 1,234,567 observations kept, 12 rejected", text, StringComparison.Ordinal);
        Assert.Contains("3 figures added, 2 changed, 1 withdrawn; 1 to look at.", text, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), text, StringComparison.Ordinal);
        Assert.Equal(["KEN in English", "SEN in English"], page.QuerySelectorAll(".difference tbody th").Select(th => th.TextContent));
        Assert.Contains("changed by more than 15 points", page.QuerySelector(".difference")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("06:02:00 info  fetch <begun>\n06:02:01 warn  one new column: OBS_FLAG", page.QuerySelector("pre")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("button:not([data-do^=only])"));
    }

    [Fact]
    public async Task RunningRun_ShowsHowFarItIs_AndCanBeStopped()
    {
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Running));
        office.Scheduler.Running.Add("r1");
        var island = office.Island<RunIsland>("sami");
        var page = await island.Render(("Lang", "en"), ("RunId", "r1"));
        await island.Fire("button", "data-do", "ask", "onclick", Click);
        await island.Fire("button", "data-do", "confirm", "onclick", Click);
        var stopped = await island.Markup();
        await island.Fire("button", "data-do", "ask", "onclick", Click);
        await island.Fire("button", "data-do", "confirm", "onclick", Click);
        var over = await island.Markup();

        Assert.Equal("37 of 120", page.QuerySelectorAll(".build-step-count")[1].TextContent);
        Assert.Equal("37", page.QuerySelectorAll("progress")[1].GetAttribute("value"));
        Assert.Contains("being stopped", stopped.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("This run is over already.", over.QuerySelector(".notice-failure p")!.TextContent);
    }

    [Fact]
    public async Task Retry_AsksForTheSame_FromTheFirstAttempt()
    {
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Failed));
        var island = office.Island<RunIsland>("sami");
        await island.Render(("Lang", "en"), ("RunId", "r1"));
        await island.Fire("button", "data-do", "retry", "onclick", Click);

        var asked = Assert.Single(office.Scheduler.Asked);
        Assert.Equal((RunTrigger.Retry, "sami", 1, "weekly-ilo"), (asked.Trigger, asked.Who, asked.Attempt, asked.Schedule));
        Assert.Equal(("run.retry", "r1"), (office.Audit.Entries[0].Action, office.Audit.Entries[0].Subject));
    }

    [Fact]
    public async Task MissingRun_LeadsToTheOthers()
    {
        var page = await office.Island<RunIsland>("rita").Render(("Lang", "es"), ("RunId", "nothing"));

        Assert.Equal("/staff/runs?lang=es", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task HeldRun_IsPublished_ByWhoApproves()
    {
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Held, vintage: "2026-03-01"));
        var island = office.Island<ApprovalsIsland>("sami");
        var page = await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "approve", "onclick", Click);
        var after = await island.Markup();

        Assert.Equal("KEN in English", page.QuerySelector(".difference tbody th")!.TextContent);
        Assert.Equal((RunState.Published, "approved by sami"), (office.Journal.Runs[0].Run.State, office.Journal.Runs[0].Run.Reason));
        Assert.NotNull(after.QuerySelector(".empty"));
        Assert.Equal("run.approve", office.Audit.Entries[0].Action);
    }

    [Fact]
    public async Task HeldRun_IsTurnedDown_OnlyWithAReason()
    {
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Held, vintage: "2026-03-01"));
        var island = office.Island<ApprovalsIsland>("sami");
        var page = await island.Render(("Lang", "en"));
        await island.Fire("input", "maxlength", "300", "oninput", new ChangeEventArgs { Value = " Kenya cannot be right " });
        await island.Fire("button", "data-do", "reject", "onclick", Click);

        Assert.True(page.QuerySelector("[data-do=reject]")!.HasAttribute("disabled"));
        Assert.Equal((RunState.Rejected, "turned down by sami: Kenya cannot be right"), (office.Journal.Runs[0].Run.State, office.Journal.Runs[0].Run.Reason));
        Assert.Equal(("run.reject", "Kenya cannot be right"), (office.Audit.Entries[0].Action, office.Audit.Entries[0].Details));
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("failed", 1)]
    [InlineData("FAILED", 1)]
    [InlineData("nonsense", 2)]
    [InlineData("99", 2)]
    [InlineData("held", 0)]
    public async Task Runs_AreThoseOfTheStateAskedFor(string? state, int count)
    {
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Failed));
        office.Journal.Runs.Add(SomeRuns.Of("r22", RunState.Published));
        var page = await office.Island<RunsIsland>("rita").Render(("Lang", "en"), ("State", state));

        Assert.Equal(count, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(count == 0, page.QuerySelector(".empty") is not null);
        Assert.Single(page.QuerySelectorAll(".filter [aria-current]"));
    }

    [Fact]
    public async Task Vintages_AreComparedWithTheOneReadersSawBefore()
    {
        var island = office.Island<VintagesIsland>("rita");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "diff-2026-03-01", "onclick", Click);
        var page = await island.Markup();

        Assert.Equal("2026-03-01 against 2026-02-01", page.QuerySelector("h2")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".difference tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("[data-do=ask]"));
    }

    [Fact]
    public async Task RollBack_AsksFirst_AndIsWrittenDown()
    {
        var island = office.Island<VintagesIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "ask", "onclick", Click);
        Assert.True(office.Vintages.Vintages[1].IsCurrent);
        await island.Fire("button", "data-do", "confirm", "onclick", Click);

        Assert.True(office.Vintages.Vintages[2].IsCurrent);
        Assert.Equal(("sami", "vintage.roll-back", "2026-01-01"), (office.Audit.Entries[0].Who, office.Audit.Entries[0].Action, office.Audit.Entries[0].Subject));
    }
}
