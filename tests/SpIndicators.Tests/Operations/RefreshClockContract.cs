using SpIndicators.Core.Operations;
using static SpIndicators.Tests.Operations.RefreshSchedulerContract;

namespace SpIndicators.Tests.Operations;

/// <summary>What schedules do as time goes by, by a clock the test moves.</summary>
public abstract class RefreshClockContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    private IRefreshScheduler Scheduler => Program.Scheduler;

    [Fact]
    public async Task Schedule_WhenItsTimeComes_RunsOnce()
    {
        await Scheduler.Save(Weekly, Token);
        Clock.MoveTo(Utc(11, 30, 3).AddSeconds(-1));
        var runner = await Another(runsJobs: true).Start();

        await Eventually.Is(() => !runner.Work.Asked.IsEmpty, "the schedule fires");
        await Task.Delay(1500, Token);

        var request = Assert.Single(runner.Work.Asked);
        Assert.Equivalent(new RefreshRequest("weekly", ["unsd_sdg", "imf_weo"], RunTrigger.Schedule, "scheduler", 1, 3), request, strict: true);
        Assert.InRange((await Scheduler.List(Token)).Single().LastFired!.Value, Utc(11, 30, 3), Utc(11, 30, 3).AddSeconds(2));
    }

    [Fact]
    public async Task Schedule_SavedJustAfterItsTime_WaitsForTheNext()
    {
        var runner = await Another(runsJobs: true).Start();
        Clock.MoveTo(Utc(11, 30, 3).AddMilliseconds(200));

        await Scheduler.Save(Weekly, Token);
        await Task.Delay(2500, Token);

        Assert.Empty(runner.Work.Asked);
        Assert.Equal(Utc(12, 7, 3), Assert.Single(await Scheduler.List(Token)).Next[0]);
    }

    [Fact]
    public async Task PausedSchedule_AfterARestart_IsStillPaused_AndMissedNothingWhenItGoesOn()
    {
        await Scheduler.Save(Weekly, Token);
        await Scheduler.Pause("weekly", Token);
        Clock.MoveTo(Utc(12, 7, 4));
        var runner = await Another(runsJobs: true).Start();

        var paused = Assert.Single(await runner.Scheduler.List(Token));
        Assert.True(paused.Schedule.IsPaused);
        Assert.Empty(paused.Next);

        await runner.Scheduler.Unpause("weekly", Token);
        await Task.Delay(1500, Token);
        Assert.Empty(runner.Work.Asked);
        Assert.Equal(Utc(12, 14, 3), Assert.Single(await Scheduler.List(Token)).Next[0]);
        await Assert.ThrowsAsync<ArgumentException>(() => Scheduler.Pause("daily", Token));
    }

    [Fact]
    public async Task Times_ThatPassedWhileNothingRan_FollowTheMisfirePolicy()
    {
        await Scheduler.Save(Weekly, Token);
        await Scheduler.Save(Weekly with { Name = "skipping", Misfire = MisfirePolicy.Skip }, Token);
        Clock.MoveTo(Utc(12, 22, 12)); // Four Mondays later.
        var runner = await Another(runsJobs: true).Start();

        await Eventually.Is(() => !runner.Work.Asked.IsEmpty, "what was missed is made up for");
        await Task.Delay(1500, Token);

        Assert.Equal("weekly", Assert.Single(runner.Work.Asked).Schedule);
        Assert.All(await Scheduler.List(Token), schedule => Assert.Equal(Utc(12, 28, 3), schedule.Next[0]));
    }

    [Fact]
    public async Task Times_ThatComeWhileAnotherRefreshRuns_WaitBehindIt()
    {
        var runner = await Another(runsJobs: true).Start();
        var first = new TaskCompletionSource<RunState>();
        runner.Work.Do = (request, _) => request.Trigger == RunTrigger.Manual ? first.Task : Task.FromResult(RunState.Published);
        await Scheduler.Save(Weekly, Token);
        await Scheduler.Save(Weekly with { Name = "skipping", Misfire = MisfirePolicy.Skip }, Token);
        await Scheduler.RunNow(ByHand, Token);
        await Eventually.Is(() => runner.Work.Asked.Count == 1, "the first runs");

        Clock.MoveTo(Utc(11, 30, 3).AddSeconds(-1));
        await Task.Delay(3500, Token); // Longer than a time may be late before it counts as missed.
        first.SetResult(RunState.Published);

        await Eventually.Is(() => runner.Work.Asked.Count == 3, "both schedules run after it");
        Assert.Equal(["skipping", "weekly"], runner.Work.Asked.Skip(1).Select(request => request.Schedule).Order());
        Assert.Equal(1, runner.Work.MostAtOnce);
    }

    [Fact]
    public async Task Schedule_PausedWhileItRuns_StaysPausedAfterwards()
    {
        await Scheduler.Save(Weekly, Token);
        Clock.MoveTo(Utc(11, 30, 3).AddSeconds(-1));
        var runner = Another(runsJobs: true);
        var end = new TaskCompletionSource<RunState>();
        runner.Work.Do = (_, _) => end.Task;
        await runner.Start();
        await Eventually.Is(() => !runner.Work.Asked.IsEmpty, "it runs");

        await Scheduler.Pause("weekly", Token);
        Assert.True(Assert.Single(await Scheduler.List(Token)).Schedule.IsPaused);
        end.SetResult(RunState.Failed);
        await Eventually.Is(async () => (await Journal.List("weekly", RunState.Failed, 0, 1, Token)).Count == 1, "it has failed");
        await Task.Delay(1500, Token);

        Assert.True(Assert.Single(await Scheduler.List(Token)).Schedule.IsPaused);
        Assert.Single(runner.Work.Asked); // Nor is it tried again.
    }

    [Fact]
    public async Task HourThatComesTwice_WhenClocksGoBack_IsRunOnce()
    {
        // In Paris 2:30 comes at 0:30 UTC in summer time and at 1:30 UTC in winter time.
        await Scheduler.Save(Weekly with { Cron = "0 30 2 * * ?", TimeZone = "Europe/Paris" }, Token);
        Clock.MoveTo(new(2027, 10, 31, 0, 29, 59, TimeSpan.Zero));
        await Scheduler.Pause("weekly", Token);
        await Scheduler.Unpause("weekly", Token); // Not a year late: its next time is the one a second away.
        var runner = await Another(runsJobs: true).Start();
        await Eventually.Is(() => runner.Work.Asked.Count == 1, "the first 2:30 is run");

        Clock.MoveTo(new(2027, 10, 31, 1, 29, 59, TimeSpan.Zero));
        await Task.Delay(2500, Token);

        Assert.Single(runner.Work.Asked);
        Assert.Equal(new(2027, 11, 1, 1, 30, 0, TimeSpan.Zero), Assert.Single(await Scheduler.List(Token)).Next[0]);
    }

    private static DateTimeOffset Utc(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.Zero);
}

public sealed class QuartzClockOnSqliteTests() : RefreshClockContract(StorePlace.Sqlite);

public sealed class QuartzClockOnPostgreSqlTests(PostgreSqlServer server) : RefreshClockContract(() => StorePlace.PostgreSql(server));
