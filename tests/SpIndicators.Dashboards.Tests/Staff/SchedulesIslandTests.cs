using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Schedules;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>What staff see of schedules and do with them; each act stands in the audit log.</summary>
public sealed class SchedulesIslandTests
{
    private static readonly MouseEventArgs Click = new();
    private readonly Office office = new(new ManualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Schedule_ShowsItsTimesInItsZone_AndItsLastRunWithAWord()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Failed));
        var page = await office.Island<SchedulesIsland>("sami").Render(("Lang", "fr"));

        Assert.StartsWith("chaque lundi", page.QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2 mars 2026, 09:00", "3 mars 2026, 09:00", "4 mars 2026, 09:00"], page.QuerySelectorAll(".times li").Select(li => li.TextContent));
        Assert.Equal("✕ Échec", page.QuerySelector(".badge")!.TextContent.Trim());
        Assert.Equal("/staff/runs/r1?lang=fr", page.QuerySelector("dd a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("sami", "as often as you say")]
    [InlineData("rita", "Somebody with the role staff")]
    public async Task NoSchedule_SaysWhatToDo(string who, string text)
    {
        var page = await office.Island<SchedulesIsland>(who).Render(("Lang", "en"));

        Assert.Contains(text, page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_SeesNoActions()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var page = await office.Island<SchedulesIsland>("rita").Render(("Lang", "en"));

        Assert.Single(page.QuerySelectorAll(".card"));
        Assert.Empty(page.QuerySelectorAll("button, input, .button, details"));
    }

    [Fact]
    public async Task Buttons_BeforeTheConnectionStands_AreDisabled()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var page = await office.Island<SchedulesIsland>("sami", isInteractive: false).Render(("Lang", "en"));

        Assert.All(page.QuerySelectorAll("button, input"), control => Assert.True(control.HasAttribute("disabled"), control.OuterHtml));
    }

    [Fact]
    public async Task RunNow_AsksInTheNameOfWhoClicked_AndIsWrittenDown()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var island = office.Island<SchedulesIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "run", "onclick", Click);
        var page = await island.Markup();

        var asked = Assert.Single(office.Scheduler.Asked);
        Assert.Equal(("weekly-ilo", RunTrigger.Manual, "sami", 1, 4), (asked.Schedule, asked.Trigger, asked.Who, asked.Attempt, asked.MaxAttempts));
        Assert.Equal(["ilostat_sdg_0131"], asked.Sources);
        AssertWritten("sami", "schedule.run", "weekly-ilo");
        Assert.Contains("is queued", page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_AndResume_ChangeTheSchedule()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var island = office.Island<SchedulesIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "pause", "onclick", Click);
        var paused = (await island.Markup()).QuerySelector(".badge-attention")?.TextContent;
        AssertWritten("sami", "schedule.pause", "weekly-ilo");
        await island.Fire("button", "data-do", "pause", "onclick", Click);

        Assert.Contains("Paused", paused, StringComparison.Ordinal);
        Assert.False(office.Scheduler.Schedules[0].IsPaused);
        AssertWritten("sami", "schedule.resume", "weekly-ilo");
    }

    [Fact]
    public async Task Delete_AsksFirst()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var island = office.Island<SchedulesIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "ask", "onclick", Click);
        var asked = (await island.Markup()).QuerySelector(".confirm")!.TextContent;
        Assert.Single(office.Scheduler.Schedules);
        await island.Fire("button", "data-do", "confirm", "onclick", Click);

        Assert.Contains("Delete the schedule weekly-ilo?", asked, StringComparison.Ordinal);
        Assert.Empty(office.Scheduler.Schedules);
        AssertWritten("sami", "schedule.delete", "weekly-ilo");
    }

    [Fact]
    public async Task BackFill_ComesPrefilled_AndAsADryRun()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var island = office.Island<SchedulesIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "backfill", "onclick", Click);

        var asked = Assert.Single(office.Scheduler.Asked);
        Assert.Equal((RunTrigger.BackFill, 2021, 2026, true), (asked.Trigger, asked.YearFrom, asked.YearTo, asked.DryRun));
        AssertWritten("sami", "schedule.back-fill", "weekly-ilo");
    }

    [Fact]
    public async Task Action_OfSomebodyWhoIsStaffNoMore_IsNotDone()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var island = office.Island<SchedulesIsland>("sami");
        await island.Render(("Lang", "en"));
        await office.Users.SetRole("sami", UserRole.Reader, TestContext.Current.CancellationToken);
        await island.Fire("button", "data-do", "run", "onclick", Click);

        Assert.Empty(office.Scheduler.Asked);
        Assert.Empty(office.Audit.Entries);
        Assert.Empty((await island.Markup()).QuerySelectorAll("button"));
    }

    [Fact]
    public async Task Failure_IsSaid_AndWrittenDown()
    {
        var island = office.Island<EditScheduleIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("input", "maxlength", "80", "onchange", new ChangeEventArgs { Value = "mine" });
        await island.Fire("input", "max", "10", "onchange", new ChangeEventArgs { Value = "11" });
        await island.Fire("form", "class", "form", "onsubmit", EventArgs.Empty);

        Assert.Equal("Attempts lie between 1 and 10, not 11.", (await island.Markup()).QuerySelector(".notice-failure p")!.TextContent);
        Assert.StartsWith("failed: Attempts", office.Audit.Entries[0].Details, StringComparison.Ordinal);
        Assert.Empty(office.Scheduler.Schedules);
    }

    [Fact]
    public async Task Cron_IsReadWhileItIsTyped_AndABadOneCannotBeSaved()
    {
        var island = office.Island<EditScheduleIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("input", "id", "cron", "oninput", new ChangeEventArgs { Value = "every monday" });
        var bad = await island.Markup();
        await island.Fire("input", "id", "cron", "oninput", new ChangeEventArgs { Value = "0 0 7 ? * TUE" });
        var good = await island.Markup();

        Assert.Contains("'every monday' has not six or seven fields.", bad.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(bad.QuerySelector("button[type=submit]")!.HasAttribute("disabled"));
        Assert.Equal(3, good.QuerySelectorAll("#cron-reading li").Length);
        Assert.False(good.QuerySelector("button[type=submit]")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task NewSchedule_IsSavedUnderItsMaker_AndNeverOverAnother()
    {
        office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        var island = office.Island<EditScheduleIsland>("sami");
        await island.Render(("Lang", "en"));
        await island.Fire("input", "maxlength", "80", "onchange", new ChangeEventArgs { Value = "Weekly-ILO" });
        await island.Fire("form", "class", "form", "onsubmit", EventArgs.Empty);
        var taken = (await island.Markup()).QuerySelector(".notice-failure p")!.TextContent;
        await island.Fire("input", "maxlength", "80", "onchange", new ChangeEventArgs { Value = "daily" });
        await island.Fire("form", "class", "form", "onsubmit", EventArgs.Empty);

        Assert.StartsWith("There is a schedule Weekly-ILO already", taken, StringComparison.Ordinal);
        Assert.Equal(["ada", "sami"], office.Scheduler.Schedules.Select(s => s.Owner));
        AssertWritten("sami", "schedule.save", "daily");
    }

    [Fact]
    public async Task Edit_OfAScheduleThatIsGone_SaysSo()
    {
        var page = await office.Island<EditScheduleIsland>("sami").Render(("Lang", "en"), ("Name", "gone"));

        Assert.Contains("There is no schedule gone", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    private void AssertWritten(string who, string action, string subject) =>
        Assert.Equal((who, action, subject), (office.Audit.Entries[0].Who, office.Audit.Entries[0].Action, office.Audit.Entries[0].Subject));
}
