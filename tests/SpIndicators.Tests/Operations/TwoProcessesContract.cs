using System.Diagnostics;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What two processes on one store do together: a cluster on PostgreSQL, one and its stand-in on SQLite.</summary>
public abstract class TwoProcessesContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    [Fact]
    public async Task Fires_OfOneSchedule_HappenOnceEach()
    {
        using var first = SchedulerProcess.Start(Options());
        using var second = SchedulerProcess.Start(Options());
        await Task.WhenAll(first.WaitUntilReady(), second.WaitUntilReady());
        Clock.MoveTo(TimeProvider.System.GetUtcNow());
        var watch = Stopwatch.StartNew();
        await Program.Scheduler.Save(new("often", [], "0/1 * * * * ?", "UTC", MisfirePolicy.Skip, 1, TimeSpan.FromMinutes(1), false, "amina"), Token);

        await Eventually.Is(async () => (await Journal.List("often", RunState.Published, 0, 10, Token)).Count >= 4, "four seconds have fired");
        await Program.Scheduler.Delete("often", Token);
        var seconds = watch.Elapsed.TotalSeconds;

        var runs = (await Journal.List("often", null, 0, 100, Token)).Reverse().ToArray();
        Assert.True(runs.Length <= seconds + 1, $"{runs.Length} runs in {seconds:0.0} s of a schedule of one a second.");
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.StartedAt, $"{pair.First.RunId} and {pair.Second.RunId} ran at once."));
    }

    [Fact]
    public async Task Run_WhoseProcessIsKilled_IsMarkedAndBegunAgainByTheOther()
    {
        using var first = SchedulerProcess.Start(Options());
        using var second = SchedulerProcess.Start(Options());
        await Task.WhenAll(first.WaitUntilReady(), second.WaitUntilReady());
        Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Program.Scheduler.RunNow(new(SchedulerProcess.Hanging, ["unsd_sdg"], RunTrigger.Manual, "amina", 1, 2), Token);
        await Eventually.Is(async () => (await Journal.List(null, RunState.Running, 0, 1, Token)).Count == 1, "it runs");
        var cutOff = (await Journal.List(null, RunState.Running, 0, 1, Token)).Single();

        var (killed, other) = first.Ran(cutOff) ? (first, second) : (second, first);
        killed.Kill();

        await Eventually.Is(async () => (await Journal.List(null, RunState.Published, 0, 1, Token)).Count == 1, "the other has done it");
        var runs = await Journal.List(null, null, 0, 10, Token);
        Assert.Equal([(RunState.Published, RunTrigger.Recovery, 2), (RunState.Interrupted, RunTrigger.Manual, 1)], runs.Select(run => (run.State, run.Request.Trigger, run.Request.Attempt)));
        Assert.True(other.Ran(runs[0]));
        Assert.Equal(["unsd_sdg"], runs[0].Request.Sources);
    }
}

public sealed class TwoProcessesOnSqliteTests() : TwoProcessesContract(StorePlace.Sqlite);

public sealed class TwoProcessesOnPostgreSqlTests(PostgreSqlServer server) : TwoProcessesContract(() => StorePlace.PostgreSql(server));
