using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What the port of the scheduler promises, whatever runs behind it.</summary>
public abstract class RefreshSchedulerContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    /// <summary>Mondays at six in Nairobi. Tests begin on a Monday at nine there.</summary>
    internal static readonly Schedule Weekly = new(
        "weekly", ["unsd_sdg", "imf_weo"], "0 0 6 ? * MON", "Africa/Nairobi", MisfirePolicy.RunOnce, 3, TimeSpan.FromSeconds(1), false, "amina");

    internal static readonly RefreshRequest ByHand = new("unsd_sdg", ["unsd_sdg"], RunTrigger.Manual, "amina", 1, 1);

    private IRefreshScheduler Scheduler => Program.Scheduler;

    [Fact]
    public async Task Schedule_Saved_IsListedWithItsNextThreeTimes()
    {
        await Scheduler.Save(Weekly, Token);
        await Scheduler.Save(Weekly with { Name = "daily", Sources = [], Cron = "0 30 4 * * ?", TimeZone = "Europe/Paris", Misfire = MisfirePolicy.Skip }, Token);
        await Scheduler.Save(Weekly with { MaxAttempts = 5, Owner = "ben" }, Token);

        var all = await Another().Scheduler.List(Token);

        Assert.Equal(["daily", "weekly"], all.Select(one => one.Schedule.Name));
        Assert.Equivalent(Weekly with { MaxAttempts = 5, Owner = "ben" }, all[1].Schedule, strict: true);
        Assert.Equal([Utc(11, 30, 3), Utc(12, 7, 3), Utc(12, 14, 3)], all[1].Next);
        Assert.Equal(Utc(11, 24, 3).AddMinutes(30), all[0].Next[0]);
        Assert.Null(all[1].LastFired);

        await Scheduler.Delete("daily", Token);
        Assert.Single(await Scheduler.List(Token));
        Assert.Equal("There is no schedule named 'daily'.", (await Assert.ThrowsAsync<ArgumentException>(() => Scheduler.Delete("daily", Token))).Message);
    }

    [Fact]
    public async Task Schedule_ThatIsNotFit_IsRefusedInWords()
    {
        await Refused(Weekly with { Name = "week ly" }, "Name must be 1 to 100 letters, digits, '.', '_' or '-'; it is 'week ly'.");
        await Refused(Weekly with { MaxAttempts = 11 }, "MaxAttempts must be 1 to 10; it is '11'.");
        await Refused(Weekly with { FirstWait = TimeSpan.Zero }, "FirstWait must be more than 0 and at most 24 hours; it is '00:00:00'.");
        await Refused(Weekly with { TimeZone = "Africa/Nirobi" }, "TimeZone must be an IANA name such as Africa/Nairobi; 'Africa/Nirobi' is not known here.");
        await Refused(Weekly with { Cron = "0 0 6 ? * MON 2020" }, "Cron must be a time that is still to come; it is '0 0 6 ? * MON 2020'.");
        await Refused(Weekly with { Owner = " " }, "Owner must be the name of who made it; it is ''.");
        Assert.Empty(await Scheduler.List(Token));

        async Task Refused(Schedule schedule, string message) =>
            Assert.Equal(message, (await Assert.ThrowsAsync<ArgumentException>(() => Scheduler.Save(schedule, Token))).Message);
    }

    [Fact]
    public async Task FirstStart_MakesAPausedRefreshOfAll_AndNoLaterStartDoes()
    {
        await Program.Bootstrap.FirstSchedule(Token);

        var made = Assert.Single(await Another().Scheduler.List(Token));
        Assert.Equal(("refresh-all", true), (made.Schedule.Name, made.Schedule.IsPaused));
        Assert.Empty(made.Schedule.Sources);
        Assert.Empty(made.Next);

        // What somebody made of it stays.
        await Scheduler.Unpause("refresh-all", Token);
        await Another().Bootstrap.FirstSchedule(Token);
        Assert.Equal(Utc(11, 30, 5), Assert.Single(await Scheduler.List(Token)).Next[0]);

        await Scheduler.Delete("refresh-all", Token);
        await Another().Bootstrap.FirstSchedule(Token);
        Assert.Empty(await Scheduler.List(Token));
    }

    [Fact]
    public async Task FirstStart_OfAnOlderInstallation_LeavesAScheduleOfThatNameAsItIs()
    {
        await Scheduler.Save(Weekly with { Name = "refresh-all" }, Token);

        await Program.Bootstrap.FirstSchedule(Token);

        Assert.Equivalent(Weekly with { Name = "refresh-all" }, Assert.Single(await Scheduler.List(Token)).Schedule, strict: true);
    }

    [Theory]
    [InlineData("0 0 25 * * ?", "25")]
    [InlineData("0 0 6 ? * MOO", "MOO")]
    [InlineData("0 6 * * 1", "6")]
    [InlineData("", "Cron ''")]
    public void Cron_ThatCannotBeRead_SaysWhatWasNotUnderstood(string cron, string named)
    {
        var reading = Scheduler.Read(cron, "UTC");

        Assert.StartsWith($"Cron '{cron}' cannot be read: ", reading.Error, StringComparison.Ordinal);
        Assert.Contains(named, reading.Error, StringComparison.Ordinal);
        Assert.Empty(reading.Next);
    }

    [Fact]
    public async Task Wishes_WhileARefreshRuns_WaitBehindIt()
    {
        var runner = await Another(runsJobs: true).Start();
        var first = new TaskCompletionSource<RunState>();
        runner.Work.Do = (request, _) => request.Who == "amina" ? first.Task : Task.FromResult(RunState.Published);

        await Scheduler.RunNow(ByHand with { Offline = true, YearFrom = 2015, DryRun = true }, Token);
        await Eventually.Is(() => runner.Work.Asked.Count == 1, "the first runs");
        await Scheduler.RunNow(ByHand with { Who = "ben" }, Token);
        await runner.Scheduler.RunNow(ByHand with { Who = "chloé" }, Token);
        await Task.Delay(1500, Token);
        Assert.Single(runner.Work.Asked);
        first.SetResult(RunState.Published);

        await Eventually.Is(() => runner.Work.Asked.Count == 3, "all have run");
        Assert.Equal(1, runner.Work.MostAtOnce);
        Assert.Equivalent(ByHand with { Offline = true, YearFrom = 2015, DryRun = true }, runner.Work.Asked.First(), strict: true);
    }

    [Fact]
    public async Task FailedRun_IsTriedAgainAfterAWait_AndThenNoMore()
    {
        var runner = Another(runsJobs: true);
        runner.Work.Do = (_, _) => Task.FromResult(RunState.Failed);
        await runner.Start();
        await Scheduler.RunNow(ByHand with { MaxAttempts = 3 }, Token);

        await Eventually.Is(() => runner.Work.Asked.Count == 3, "three attempts");
        await Task.Delay(2500, Token);

        Assert.Equal([(1, RunTrigger.Manual), (2, RunTrigger.Retry), (3, RunTrigger.Retry)], runner.Work.Asked.Select(one => (one.Attempt, one.Trigger)));
        var runs = (await Journal.List("unsd_sdg", RunState.Failed, 0, 10, Token)).Reverse().ToArray();
        Assert.InRange((runs[1].StartedAt - runs[0].StartedAt).TotalSeconds, 0.4, 10); // Upwards a busy machine decides.
        Assert.InRange((runs[2].StartedAt - runs[1].StartedAt).TotalSeconds, 0.8, 10);
    }

    [Fact]
    public async Task Run_CancelledFromAnotherProcess_StopsAndIsNotTriedAgain()
    {
        var runner = Another(runsJobs: true);
        runner.Work.Do = ScriptedWork.UntilStopped;
        await runner.Start();
        await Scheduler.RunNow(ByHand with { MaxAttempts = 3 }, Token);
        await Eventually.Is(async () => (await Journal.List(null, RunState.Running, 0, 1, Token)).Count == 1, "it runs");
        var run = (await Journal.List(null, RunState.Running, 0, 1, Token)).Single();

        Assert.True(await Scheduler.Cancel(run.RunId, Token));

        await Eventually.Is(async () => (await Journal.Find(run.RunId, Token))!.Run.State == RunState.Cancelled, "it is cancelled");
        Assert.False(await Scheduler.Cancel(run.RunId, Token));
        Assert.False(await Scheduler.Cancel("20000101T000000000Z-abcd", Token));
        await Task.Delay(1500, Token);
        Assert.Single(runner.Work.Asked);
    }

    [Fact]
    public async Task Run_CutOffByTheEndOfTheProgram_IsBegunAgainAtTheNextStart()
    {
        var first = Another(runsJobs: true);
        first.Work.Do = ScriptedWork.UntilStopped;
        await first.Start();
        await Scheduler.RunNow(ByHand with { MaxAttempts = 3 }, Token);
        await Eventually.Is(async () => (await Journal.List("unsd_sdg", RunState.Running, 0, 1, Token)).Count == 1, "it runs");
        await first.DisposeAsync();
        Assert.Equal(RunState.Cancelled, (await Journal.List("unsd_sdg", null, 0, 1, Token)).Single().State);

        var second = await Another(runsJobs: true).Start();

        await Eventually.Is(() => !second.Work.Asked.IsEmpty, "it is begun again");
        var again = Assert.Single(second.Work.Asked);
        Assert.Equal(("unsd_sdg", RunTrigger.Recovery, 1, 3), (again.Schedule, again.Trigger, again.Attempt, again.MaxAttempts));
        Assert.Equal(["unsd_sdg"], again.Sources);
    }

    [Fact]
    public void HourThatDoesNotCome_WhenClocksGoForward_IsNotLost()
    {
        Clock.MoveTo(new(2027, 3, 27, 12, 0, 0, TimeSpan.Zero));

        var next = Scheduler.Read("0 30 2 * * ?", "Europe/Paris").Next;

        // On 28 March there is no 2:30: what it asked for is run at the first moment after, 3:00 summer time.
        Assert.Equal([new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), new(2027, 3, 29, 0, 30, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 30, 0, 30, 0, TimeSpan.Zero)], next);
    }

    private static DateTimeOffset Utc(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.Zero);
}

public sealed class QuartzOnSqliteTests() : RefreshSchedulerContract(StorePlace.Sqlite);

public sealed class QuartzOnPostgreSqlTests(PostgreSqlServer server) : RefreshSchedulerContract(() => StorePlace.PostgreSql(server));
