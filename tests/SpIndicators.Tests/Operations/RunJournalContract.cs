using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>What the journal of runs promises, on either store.</summary>
public abstract class RunJournalContract(Func<Task<StorePlace>> place) : StoreContract(place)
{
    private static readonly RefreshRequest Weekly = new("weekly", ["ilostat_sdg_0131", "unsd_sdg"], RunTrigger.Schedule, "scheduler", 1, 3);

    [Fact]
    public async Task Run_WrittenDown_IsReadBackWhole()
    {
        var request = Weekly with { Trigger = RunTrigger.BackFill, Offline = true, YearFrom = 2015, YearTo = 2024, DryRun = true };
        var fetch = new RunFetch("unsd_sdg", "https://unstats.un.org/x?page=1", 200, "\"e\"", 5_000_000_000, "ab", 12, TimeSpan.FromMilliseconds(1234), "new data");
        var noAnswer = new RunFetch("unsd_sdg", "https://unstats.un.org/x?page=2", null, null, null, null, null, TimeSpan.FromSeconds(30), "no answer in 30 s");
        var end = new RunEnd(RunState.Held, "two checks warn")
        {
            Vintage = "20261123T060000Z", RowsIn = 3_000_000_000, RowsOut = 2, RowsRejected = 1, ChecksPassed = 40, ChecksFailed = 2, Difference = new(5, 6, 7, 8),
        };

        string id;
        await using (var run = await Journal.Begin(request, Token))
        {
            id = run.RunId;
            await run.BeginStep(RunStepKind.Fetch, "unsd_sdg", 2);
            await run.Fetched(fetch);
            await run.Fetched(noAnswer);
            await run.EndStep("1 of 2 pages");
            await run.BeginStep(RunStepKind.Build, null, 7);
            run.Progress(3, 7, "clean.observation");
            await run.BeginStep(RunStepKind.Check, null, 42);
            await run.Log("warning", "L'année « 2024 » manque.");
            await run.Complete(end);
        }

        var read = await Another().Journal.Find(id, Token);

        Assert.NotNull(read);
        Assert.Equivalent(request, read.Run.Request, strict: true);
        Assert.Equal((end.State, end.Reason, end.Vintage, end.Difference), (read.Run.State, read.Run.Reason, read.Run.Vintage, read.Run.Difference));
        Assert.Equal((end.RowsIn, end.RowsOut, end.RowsRejected, end.ChecksPassed, end.ChecksFailed), (read.Run.RowsIn, read.Run.RowsOut, read.Run.RowsRejected, read.Run.ChecksPassed, read.Run.ChecksFailed));
        Assert.Equal(Program.Options.Node, read.Run.Node);
        Assert.True(read.Run.StartedAt <= read.Run.EndedAt && read.Run.EndedAt <= Clock.GetUtcNow());
        Assert.Equal([fetch, noAnswer], read.Fetches);
        Assert.Equal(("warning", "L'année « 2024 » manque."), (read.Log.Single().Level, read.Log.Single().Text));
        Assert.Equal([(RunStepKind.Fetch, "1 of 2 pages"), (RunStepKind.Build, null), (RunStepKind.Check, null)], read.Steps.Select(step => (step.Kind, step.Outcome)));
        Assert.Equal((3, 7), (read.Steps[1].Done, read.Steps[1].Total));
        Assert.All(read.Steps, step => Assert.NotNull(step.EndedAt));
        Assert.Matches("^20261123T0600[0-9]{5}Z-[0-9a-f]{4}$", id);
    }

    [Fact]
    public async Task Run_InTheMiddle_IsSeenFromAnotherProcess()
    {
        await using var run = await Journal.Begin(Weekly, Token);
        await run.BeginStep(RunStepKind.Build, null, 1000);
        for (var i = 1; i <= 1000; i++)
        {
            run.Progress(i, 1000, $"model {i}");
        }

        var other = Another().Journal;
        await Eventually.Is(async () => (await other.Find(run.RunId, Token))!.Steps.Single().Done == 1000, "the progress is written");

        var seen = (await other.Find(run.RunId, Token))!;
        Assert.Equal((RunState.Running, null), (seen.Run.State, seen.Run.EndedAt));
        Assert.Null(seen.Steps.Single().EndedAt);
    }

    [Fact]
    public async Task Run_DisposedWithoutAnEnd_IsFailed()
    {
        var run = await Journal.Begin(Weekly, Token);
        await run.DisposeAsync();

        var read = (await Journal.Find(run.RunId, Token))!.Run;
        Assert.Equal((RunState.Failed, "The run ended without a word."), (read.State, read.Reason));
    }

    [Fact]
    public async Task Runs_OfSeveralSchedules_AreListedNewestFirst()
    {
        var first = await Ended(Weekly, RunState.Failed);
        var second = await Ended(Weekly with { Schedule = "daily" }, RunState.Published);
        var third = await Ended(Weekly, RunState.Published);

        Assert.Equal([third, second, first], await Ids(null, null, 0, 10));
        Assert.Equal([third, first], await Ids("weekly", null, 0, 10));
        Assert.Equal([first], await Ids("weekly", RunState.Failed, 0, 10));
        Assert.Equal([second], await Ids(null, null, 1, 1));
        Assert.Empty(await Ids("monthly", null, 0, 10));
        Assert.Null(await Journal.Find("20000101T000000000Z-abcd", Token));
    }

    [Fact]
    public async Task Run_OfTenYearsAgo_IsStillThere()
    {
        var old = await Ended(Weekly, RunState.Published);
        Clock.Move(TimeSpan.FromDays(3653));
        await Journal.MarkInterrupted(TimeSpan.FromSeconds(30), Token);

        Assert.Equal([old], (await Another().Journal.List(null, null, 0, 10, Token)).Select(run => run.RunId));
    }

    [Fact]
    public async Task LastOfEachSource_AfterSeveralRuns_IsTheNewestThatAskedForIt()
    {
        var both = await Ended(Weekly, RunState.Published);
        var one = await Ended(Weekly with { Sources = ["unsd_sdg"] }, RunState.Failed);
        await Ended(Weekly with { DryRun = true }, RunState.Published);
        string all;
        await using (var run = await Journal.Begin(Weekly with { Sources = [] }, Token))
        {
            all = run.RunId;
            await run.BeginStep(RunStepKind.Fetch, "imf_weo", 1);
            await run.Complete(new(RunState.NoNewData, null));
        }

        var last = await Journal.LastOfEachSource(Token);

        Assert.Equal(
            new Dictionary<string, string> { ["ilostat_sdg_0131"] = both, ["unsd_sdg"] = one, ["imf_weo"] = all }.OrderBy(pair => pair.Key),
            last.ToDictionary(pair => pair.Key, pair => pair.Value.RunId).OrderBy(pair => pair.Key));
        Assert.Equal(RunState.Failed, last["unsd_sdg"].State);
    }

    [Fact]
    public async Task LastOfEachSource_WhereOneAgencyIsDead_BlamesNoOther()
    {
        await using (var run = await Journal.Begin(Weekly with { Sources = ["dead", "new", "same", "unfit", "unknown"] }, Token))
        {
            await run.OfSource("dead", SourceResult.Failed, "it answered 503");
            await run.OfSource("new", SourceResult.Landed, null);
            await run.OfSource("same", SourceResult.NoNewData, null);
            await run.OfSource("unfit", SourceResult.Landed, null);
            await run.OfSource("unfit", SourceResult.Failed, "it was set aside");
            await run.Complete(new(RunState.Failed, "Published without what could not be had.") { Vintage = "20261123T060000Z" });
        }

        var last = await Another().Journal.LastOfEachSource(Token);

        Assert.Equal((RunState.Failed, "it answered 503"), (last["dead"].State, last["dead"].Reason));
        Assert.Equal((RunState.Published, null), (last["new"].State, last["new"].Reason));
        Assert.Equal((RunState.NoNewData, null), (last["same"].State, last["same"].Reason));
        Assert.Equal((RunState.Failed, "it was set aside"), (last["unfit"].State, last["unfit"].Reason));
        // Nothing is known of it but the run.
        Assert.Equal((RunState.Failed, "Published without what could not be had."), (last["unknown"].State, last["unknown"].Reason));
    }

    [Fact]
    public async Task LastOfEachSource_OfAHeldRun_IsHeldWhereItBroughtFigures_UntilItIsSettled()
    {
        string id;
        await using (var run = await Journal.Begin(Weekly, Token))
        {
            id = run.RunId;
            await run.OfSource("unsd_sdg", SourceResult.Landed, null);
            await run.OfSource("ilostat_sdg_0131", SourceResult.NoNewData, null);
            await run.Complete(new(RunState.Held, "it waits"));
        }

        var held = await Journal.LastOfEachSource(Token);
        await Journal.Settle(id, RunState.Published, "Approved by Amina.", Token);
        var settled = await Journal.LastOfEachSource(Token);

        Assert.Equal((RunState.Held, RunState.NoNewData), (held["unsd_sdg"].State, held["ilostat_sdg_0131"].State));
        Assert.Equal((RunState.Published, RunState.NoNewData), (settled["unsd_sdg"].State, settled["ilostat_sdg_0131"].State));
    }

    [Fact]
    public async Task MarkInterrupted_WhenAProcessDied_ReturnsItsRunOnce()
    {
        var dying = Another();
        var run = await dying.Journal.Begin(Weekly, Token);
        await run.BeginStep(RunStepKind.Build, null, 5);
        await dying.DisposeAsync(); // Its heart stops; the run was never ended.
        Assert.Empty(await Journal.MarkInterrupted(TimeSpan.FromSeconds(30), Token));

        Clock.Move(TimeSpan.FromSeconds(31));
        var marked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Another().Journal.MarkInterrupted(TimeSpan.FromSeconds(30), Token)));

        var only = Assert.Single(marked.SelectMany(runs => runs));
        Assert.Equal((run.RunId, RunState.Interrupted), (only.RunId, only.State));
        Assert.Equal("The process that ran it ended in the middle.", only.Reason);
        Assert.NotNull((await Journal.Find(run.RunId, Token))!.Steps.Single().EndedAt);
    }

    [Fact]
    public async Task MarkInterrupted_WhileAProcessLives_LeavesItsRun()
    {
        await using var run = await Another().Journal.Begin(Weekly, Token);
        Clock.Move(TimeSpan.FromHours(3)); // A slow step, not a dead process.
        await Task.Delay(500, Token);

        Assert.Empty(await Journal.MarkInterrupted(TimeSpan.FromSeconds(30), Token));
        await run.Complete(new(RunState.Published, null));
    }

    [Fact]
    public async Task Run_MarkedThoughItOnlyWasSlow_EndsAsItSaysItself()
    {
        var slow = Another();
        var run = await slow.Journal.Begin(Weekly, Token);
        await slow.Get<SpIndicators.Operations.Runs.Heartbeat>().DisposeAsync();
        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Single(await Journal.MarkInterrupted(TimeSpan.FromSeconds(30), Token));

        await run.Complete(new(RunState.Published, null));

        Assert.Equal(RunState.Published, (await Journal.Find(run.RunId, Token))!.Run.State);
        await run.DisposeAsync();
    }

    [Fact]
    public async Task HeldRun_Settled_IsSettledOnce()
    {
        var held = await Ended(Weekly, RunState.Held);

        await Journal.Settle(held, RunState.Rejected, "Kenya halves", Token);

        var run = (await Journal.Find(held, Token))!.Run;
        Assert.Equal((RunState.Rejected, "Kenya halves"), (run.State, run.Reason));
        var again = await Assert.ThrowsAsync<InvalidOperationException>(() => Journal.Settle(held, RunState.Published, "", Token));
        Assert.Equal($"Only a held run can be settled; the run {held} is Rejected.", again.Message);
    }

    private async Task<string> Ended(RefreshRequest request, RunState state)
    {
        await using var run = await Journal.Begin(request, Token);
        await run.Complete(new(state, null));
        Clock.Move(TimeSpan.FromMilliseconds(2)); // Ids sort by the millisecond.
        return run.RunId;
    }

    private async Task<IEnumerable<string>> Ids(string? schedule, RunState? state, int skip, int take) =>
        (await Journal.List(schedule, state, skip, take, Token)).Select(run => run.RunId);
}

public sealed class RunJournalOnSqliteTests() : RunJournalContract(StorePlace.Sqlite);

public sealed class RunJournalOnPostgreSqlTests(PostgreSqlServer server) : RunJournalContract(() => StorePlace.PostgreSql(server));
