#if FULL_FEED
using Hangfire;
using Hangfire.Storage;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>Where Hangfire has ways of its own that the port must not show.</summary>
public abstract class HangfireWaysContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    private IRefreshScheduler Scheduler => Program.Scheduler;

    /// <summary>Hangfire takes a job for lost when it takes long, and hands it out again.</summary>
    [Fact]
    public async Task Run_LongerThanTheSilenceOfADeadProcess_GoesOnAndIsNotRunTwice()
    {
        var runner = Another(runsJobs: true);
        var end = new TaskCompletionSource<RunState>();
        runner.Work.Do = (_, cancellation) => end.Task.WaitAsync(cancellation);
        await runner.Start();
        await Scheduler.RunNow(RefreshSchedulerContract.ByHand, Token);
        await Eventually.Is(() => runner.Work.Asked.Count == 1, "it runs");

        await Task.Delay(Options().Silence * 2.5, Token);
        end.SetResult(RunState.Published);
        await Eventually.Is(async () => (await Journal.List(null, RunState.Published, 0, 2, Token)).Count == 1, "it ends");
        await Scheduler.RunNow(RefreshSchedulerContract.ByHand with { Who = "ben" }, Token);

        await Eventually.Is(() => runner.Work.Asked.Count == 2, "the next runs");
        await Task.Delay(Options().Silence, Token);
        Assert.Equal(["amina", "ben"], runner.Work.Asked.Select(request => request.Who));
        Assert.Equal(1, runner.Work.MostAtOnce);
    }

    [Fact]
    public async Task FailedRun_IsAFailureOnHangfiresPagesToo_WhichKeepTheLastTwenty()
    {
        var runner = Another(runsJobs: true);
        runner.Work.Do = (_, _) => Task.FromResult(RunState.Failed);
        await runner.Start();
        for (var i = 0; i < 24; i++)
        {
            await Scheduler.RunNow(RefreshSchedulerContract.ByHand, Token);
        }

        await Eventually.Is(async () => (await Journal.List(null, RunState.Failed, 0, 30, Token)).Count == 24, "all have failed");

        var hangfire = runner.Get<JobStorage>().GetMonitoringApi();
        await Eventually.Is(() => hangfire.ProcessingCount() == 0, "Hangfire knows it");
        Assert.InRange(hangfire.FailedCount(), 20, 21); // The last one is told of after the others were counted.
        var failed = hangfire.FailedJobs(0, 1).Single().Value;
        Assert.Equal("'unsd_sdg' failed at attempt 1 of 1; its run says why.", failed.ExceptionMessage);
        Assert.Equal("unsd_sdg: Manual, amina, 1/1", failed.Job.Args[0]);
    }

    /// <summary>Pages and refusals read a cron as Quartz does; Hangfire runs it by a parser of its own.</summary>
    [Theory]
    [InlineData("0 0 6 ? * MON")]
    [InlineData("0 30 4 * * ?")]
    [InlineData("15 0/20 8-17 ? * MON-FRI")]
    [InlineData("0 0 6 ? * 1")]
    [InlineData("0 0 6 ? * 2-6")]
    [InlineData("0 0 6 ? * 7,1")]
    [InlineData("0 0 6 ? * 1/2")]
    [InlineData("0 0 6 ? * 2/3")]
    [InlineData("0 0 6 ? * 2/2")]
    [InlineData("0 0 6 ? * 2/3,7")]
    [InlineData("0 0 6 ? * MON/2")]
    [InlineData("0 0 6 ? * */2")]
    [InlineData("0 0 6 ? * */3")]
    [InlineData("0 0 6 ? * 2-6/2")]
    [InlineData("0 0 6/9 * * ?")]
    [InlineData("0 0 6 ? * L")]
    [InlineData("0 0 6 ? * 6L")]
    [InlineData("0 0 6 ? * FRIL")]
    [InlineData("0 0 6 ? * 3#2")]
    [InlineData("0 0 6 ? * TUE#2")]
    [InlineData("0 0 6 ? * 7#5")]
    [InlineData("0 0 6 L * ?")]
    [InlineData("0 0 6 LW * ?")]
    [InlineData("0 0 6 L-3 * ?")]
    [InlineData("0 0 6 15W * ?")]
    [InlineData("0 0 6 1,15 JAN,JUL ?")]
    [InlineData("0 0 6 1/10 * ?")]
    [InlineData("0 0 6 29 2 ?")]
    [InlineData("0 0 6 ? * SAT-MON")]
    [InlineData("0 0 22-2 * * ?")]
    [InlineData("0 0 6 ? * 6-2")]
    [InlineData("0 0 6 1 1/3 ? *")]
    public async Task Cron_MeansTheSameToHangfire(string cron)
    {
        await Scheduler.Save(RefreshSchedulerContract.Weekly with { Cron = cron, TimeZone = "America/New_York" }, Token);
        for (var i = 0; i < 5; i++)
        {
            Clock.Move(TimeSpan.FromSeconds(2)); // What was due a second ago Hangfire still runs.
            await Scheduler.Pause("weekly", Token);
            await Scheduler.Unpause("weekly", Token);

            using var connection = Program.Get<JobStorage>().GetConnection();
            var hangfires = connection.GetRecurringJobs().Single().NextExecution!.Value;
            Assert.Equal(Assert.Single(await Scheduler.List(Token)).Next[0].UtcDateTime, hangfires);
            Clock.MoveTo(hangfires);
        }
    }

    [Theory]
    [InlineData("0 0 6 ? * MON 2030", "Cron must name no years under Hangfire; it is '0 0 6 ? * MON 2030'.")]
    public async Task Cron_ThatHangfireCannotKeep_IsRefusedInWords_AndChangesNothing(string cron, string message)
    {
        await Scheduler.Save(RefreshSchedulerContract.Weekly, Token);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Scheduler.Save(RefreshSchedulerContract.Weekly with { Cron = cron }, Token));

        Assert.Equal(message, refusal.Message);
        Assert.Equivalent(RefreshSchedulerContract.Weekly, Assert.Single(await Scheduler.List(Token)).Schedule, strict: true);
    }
}
#endif
