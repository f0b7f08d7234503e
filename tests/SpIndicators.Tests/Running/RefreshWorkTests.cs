using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Fetching;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Running;

/// <summary>A run from the agency's answer to what readers see, and what staff read of it.</summary>
public sealed class RefreshWorkTests
{
    private const string Kenya2020 = "KEN,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,10.1,";

    private static readonly SqlModel NobodyAbove98 = SqlModel.Parse(
        "checks/kenya_is_below_98.sql",
        "-- checks.kenya_is_below_98\n-- level  error\n-- Kenya is below 98.\nselect * from indicators.coverage where ref_area = 'KEN' and obs_value > 98");

    private static readonly SqlModel NobodyAbove90 = SqlModel.Parse(
        "checks/kenya_is_below_90.sql",
        "-- checks.kenya_is_below_90\n-- level  warn\n-- Kenya is below 90.\nselect * from indicators.coverage where ref_area = 'KEN' and obs_value > 90");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Kenya(string value) => Kenya2020.Replace("10.1", value, StringComparison.Ordinal);

    [Fact]
    public async Task NewFigures_ArePublished_AndTheRunSaysWhatChanged()
    {
        await using var bench = await new RunBench().Published();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("12.5"), StringComparison.Ordinal);

        var run = await bench.Run();

        Assert.Equal((RunState.Published, new RunDifference(0, 1, 0, 0)), (run.State, run.Difference));
        Assert.Equal((4494L, 8988L), (run.RowsIn, run.RowsOut));
        Assert.Equal(run.Vintage, bench.Readers().Vintage);
        var details = await bench.Last();
        Assert.Equal(
            [RunStepKind.Fetch, RunStepKind.Snapshot, RunStepKind.Build, RunStepKind.Check, RunStepKind.Publish, RunStepKind.Compare],
            details.Steps.Select(s => s.Kind));
        Assert.All(details.Steps, step => Assert.NotNull(step.EndedAt));
        var fetch = details.Fetches[^1];
        Assert.Equal((200, "new data"), (fetch.HttpStatus, fetch.Outcome));
        Assert.Equal(64, fetch.Sha256!.Length);
    }

    [Fact]
    public async Task SameFigures_AreNoNewData_AndNothingIsBuilt()
    {
        await using var bench = await new RunBench().Published();
        var before = bench.Readers();

        var run = await bench.Run();

        Assert.Equal((RunState.NoNewData, "No new data: what the agencies gave is what was there."), (run.State, run.Reason));
        Assert.Equal(before, bench.Readers());
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(bench.Home.Snapshots, RunBench.Source)));
    }

    [Fact]
    public async Task AnswerThatIsNoData_FailsTheRun_AndReadersKeepWhatTheyHave()
    {
        await using var bench = await new RunBench().Published();
        var before = bench.Readers();
        bench.AnswersWith = context => AgencyServer.Send(context, "<html><body>We are busy</body></html>", "text/html");

        var run = await bench.Run();

        Assert.Equal(RunState.Failed, run.State);
        Assert.StartsWith("ilostat_sdg_0131 could not be fetched:", run.Reason, StringComparison.Ordinal);
        Assert.Equal(before, bench.Readers());
        Assert.Contains((await bench.Last()).Fetches, fetch => fetch.HttpStatus == 200 && fetch.Outcome.Contains("html", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task FiguresThatFailACheck_AreSetAside_AndKnownWhenTheyComeAgain()
    {
        await using var bench = await new RunBench(NobodyAbove98).Published();
        var before = bench.Readers();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("99"), StringComparison.Ordinal);

        var run = await bench.Run();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("was set aside", run.Reason, StringComparison.Ordinal);
        Assert.Contains("kenya_is_below_98", run.Reason, StringComparison.Ordinal);
        Assert.Equal(before, bench.Readers());
        Assert.Equal(["2022-04-17"], Vintages(bench));

        var again = await bench.Run();

        Assert.Equal(RunState.NoNewData, again.State);
        Assert.Contains((await bench.Last()).Log, line => line.Text.Contains("is what was set aside before", StringComparison.Ordinal));

        // What is set aside stops nobody: the agency's next release is published.
        bench.Body = bench.Body.Replace(Kenya("99"), Kenya("11"), StringComparison.Ordinal);
        Assert.Equal(RunState.Published, (await bench.Run()).State);
    }

    [Fact]
    public async Task FiguresThatWarn_WaitForApproval_WhereThePolicySaysSo()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(RunBench.Source, PublishPolicy.HoldOnWarnings, Stop);
        var before = bench.Readers();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("95"), StringComparison.Ordinal);

        var held = await bench.Run();

        Assert.Equal((RunState.Held, before), (held.State, bench.Readers()));
        Assert.Contains("kenya_is_below_90", held.Reason, StringComparison.Ordinal);
        Assert.Contains("Changed figures that need a look: 1.", held.Reason, StringComparison.Ordinal);
        var odd = Assert.Single(await bench.The<IVintageActions>().Difference(held.Vintage!, before.Vintage, refArea: null, take: 10, Stop));
        Assert.Equal(("KEN", 10.1, 95.0, RevisionAnomaly.MoreThan15Points), (odd.RefArea, odd.ValueBefore, odd.ValueAfter, odd.Anomaly));
        var again = await bench.Run();
        Assert.Equal((RunState.NoNewData, $"No new data: {held.Vintage} still waits for approval."), (again.State, again.Reason));

        await bench.The<IVintageActions>().Approve(held.RunId, "Amina", Stop);

        Assert.Equal(held.Vintage, bench.Readers().Vintage);
        var settled = (await bench.The<IRunJournal>().Find(held.RunId, Stop))!.Run;
        Assert.Equal((RunState.Published, "Approved by Amina."), (settled.State, settled.Reason));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.The<IVintageActions>().Approve(held.RunId, "Amina", Stop));
    }

    [Fact]
    public async Task FiguresTurnedDown_DoNotComeBack()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(RunBench.Source, PublishPolicy.HoldOnWarnings, Stop);
        var before = bench.Readers();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("95"), StringComparison.Ordinal);
        var held = await bench.Run();

        await bench.The<IVintageActions>().Reject(held.RunId, "Amina", "a typing error", Stop);

        Assert.Empty(bench.Folder.Waiting());
        Assert.Equal(["2022-04-17"], Vintages(bench));
        Assert.Equal((RunState.NoNewData, before), ((await bench.Run()).State, bench.Readers()));
        Assert.Equal("Turned down by Amina: a typing error", (await bench.The<IRunJournal>().Find(held.RunId, Stop))!.Run.Reason);
    }

    [Fact]
    public async Task ReleaseOfARunThatWasCutOff_IsHeldByItsPolicyAllTheSame()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(RunBench.Source, PublishPolicy.HoldOnWarnings, Stop);
        var before = bench.Readers();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("95"), StringComparison.Ordinal);
        Assert.IsType<FetchOutcome.Landed>(await bench.The<SourceFetching>().Fetch(RunBench.Source, null, null, progress: null, Stop));

        var run = await bench.Run();

        Assert.Equal((RunState.Held, before), (run.State, bench.Readers()));
    }

    [Fact]
    public async Task NewerBuild_ThatWaits_TakesThePlaceOfTheOlder()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(RunBench.Source, PublishPolicy.HoldOnWarnings, Stop);
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("95"), StringComparison.Ordinal);
        var older = await bench.Run();
        bench.Body = bench.Body.Replace(Kenya("95"), Kenya("96"), StringComparison.Ordinal);

        var newer = await bench.Run();

        Assert.Equal((RunState.Held, newer.Vintage), (newer.State, Assert.Single(bench.Folder.Waiting()).ToString()));
        var settled = (await bench.The<IRunJournal>().Find(older.RunId, Stop))!.Run;
        Assert.Equal((RunState.Rejected, $"Superseded by {newer.Vintage}, which holds what it held."), (settled.State, settled.Reason));
    }

    [Fact]
    public async Task TurningDown_LeavesAloneWhatLandedSince()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(RunBench.Source, PublishPolicy.HoldOnWarnings, Stop);
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("95"), StringComparison.Ordinal);
        var held = await bench.Run();
        bench.Body = bench.Body.Replace(Kenya("95"), Kenya("11"), StringComparison.Ordinal);
        var landed = Assert.IsType<FetchOutcome.Landed>(await bench.The<SourceFetching>().Fetch(RunBench.Source, null, null, progress: null, Stop));

        await bench.The<IVintageActions>().Reject(held.RunId, "Amina", "a typing error", Stop);

        Assert.Equal(["2022-04-17", landed.Snapshot.Vintage], Vintages(bench));
    }

    [Fact]
    public async Task RunBesideAnotherBuild_WaitsForItsEnd()
    {
        await using var bench = await new RunBench().Published();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("12.5"), StringComparison.Ordinal);
        var other = BuildLock.Take(bench.Folder);
        var running = bench.Run();
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        Assert.False(running.IsCompleted);

        other.Dispose();

        Assert.Equal(RunState.Published, (await running).State);
    }

    [Fact]
    public async Task AfterARollback_NothingIsPublishedUnasked()
    {
        await using var bench = await new RunBench().Published();
        var first = bench.Readers();
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("12.5"), StringComparison.Ordinal);
        Assert.Equal(RunState.Published, (await bench.Run()).State);

        await bench.The<IVintageActions>().RollBack(first.Vintage, "Amina", Stop);

        Assert.Equal(first, bench.Readers());
        Assert.Equal((RunState.NoNewData, first), ((await bench.Run()).State, bench.Readers()));
        bench.Body = bench.Body.Replace(Kenya("12.5"), Kenya("12.6"), StringComparison.Ordinal);
        var held = await bench.Run();
        Assert.Equal((RunState.Held, first), (held.State, bench.Readers()));
        Assert.Contains($"Readers were taken back to {first.Vintage}", held.Reason, StringComparison.Ordinal);
        await bench.The<IVintageActions>().Approve(held.RunId, "Amina", Stop);
        Assert.False(bench.Folder.IsHeld);
    }

    [Fact]
    public async Task Refresh_ThatIsGivenUp_IsTold()
    {
        await using var bench = await new RunBench().Published();
        var last = (await bench.Last()).Run;
        bench.Alerts.Clear();

        await bench.The<IRefreshWork>().GiveUp(last.Request, Stop);

        var told = Assert.Single(bench.Alerts);
        Assert.Equal(("failure", last.RunId), (told.GetProperty("event").GetString(), told.GetProperty("run_id").GetString()));
        Assert.Contains("not begun again by itself", told.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal($"https://monitor.example.org/staff/runs/{last.RunId}", told.GetProperty("link").GetString());
    }

    [Fact]
    public async Task Alerts_TellFailureOfTheLastAttempt_RecoveryAndHold()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        bench.Alerts.Clear();
        bench.AnswersWith = context => AgencyServer.Status(context, 500);
        await bench.Run(attempt: 1, attempts: 2);
        Assert.Empty(bench.Alerts);
        var failed = await bench.Run(attempt: 2, attempts: 2);
        bench.AnswersWith = null;
        await bench.Run();
        await bench.The<IPublishPolicies>().Choose(RunBench.Source, PublishPolicy.HoldOnWarnings, Stop);
        bench.Body = bench.Body.Replace(Kenya2020, Kenya("95"), StringComparison.Ordinal);
        await bench.Run();

        Assert.Equal(["failure", "recovery", "hold"], bench.Alerts.Select(a => a.GetProperty("event").GetString()));
        var told = bench.Alerts.First();
        Assert.Equal($"https://monitor.example.org/staff/runs/{failed.RunId}", told.GetProperty("link").GetString());
        Assert.Contains("could not be fetched", told.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rehearsal_AsksNobodyAndChangesNothing()
    {
        await using var bench = await new RunBench().Published();
        var before = bench.Readers();
        bench.AnswersWith = _ => throw new InvalidOperationException("A rehearsal asks nobody.");

        var run = await bench.Run(dryRun: true);

        Assert.Equal((RunState.NoNewData, before), (run.State, bench.Readers()));
        Assert.Contains((await bench.Last()).Log, line => line.Text.Contains("of which 4494 figures are held now", StringComparison.Ordinal));
        Assert.Empty((await bench.Last()).Fetches);
    }

    [Fact]
    public async Task RunThatIsStopped_SaysSo_AndLandsNothing()
    {
        await using var bench = await new RunBench().Published();
        var before = bench.Readers();
        using var stop = new CancellationTokenSource();
        bench.AnswersWith = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };

        var run = await bench.Run(stop: stop);

        Assert.Equal((RunState.Cancelled, before), (run.State, bench.Readers()));
        Assert.Equal(["2022-04-17"], Vintages(bench));
    }

    private static IEnumerable<string> Vintages(RunBench bench) =>
        new SnapshotStore(bench.Home.Snapshots, SpIndicators.Pipelines.FlowModels.Embedded.Sources).All().Select(s => s.Vintage);
}
