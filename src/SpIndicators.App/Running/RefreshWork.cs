using SpIndicators.App.Alerts;
using SpIndicators.App.Observability;
using SpIndicators.Core.Operations;
using SpIndicators.Core.Provenance;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Checking;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Running;

/// <summary>
/// One run: fetch → snapshot → build → check → compare → publish, or hold for approval. Whatever happens is written into the
/// journal, and readers see either the new vintage or the one before.
/// </summary>
internal sealed partial class RefreshWork(
    WarehouseHome home, FlowModels flow, SourceFetching fetching, IRunJournal journal, IPublishPolicies policies, AlertSender alerts, RunOptions options,
    TimeProvider time, ILogger<RefreshWork> log) : IRefreshWork
{
    private const int MostWaits = 120;
    private static readonly TimeSpan BetweenWaits = TimeSpan.FromSeconds(1);

    private readonly WarehouseFolder folder = home.Warehouse;

    public async Task<RunState> Run(RefreshRequest request, CancellationToken cancellation)
    {
        await using var recorder = await journal.Begin(request, cancellation);
        using var scope = log.BeginScope(new Dictionary<string, object> { ["RunId"] = recorder.RunId, ["Schedule"] = request.Schedule });
        using var trace = RefreshTelemetry.Run(recorder.RunId, request);
        var before = await Ended(request.Schedule, recorder.RunId);
        var end = await Conclude(request, new RunSteps(recorder, time), cancellation);
        await recorder.Complete(end);
        RefreshTelemetry.RunEnded(end.State, end.RowsRejected);
        LogEnded(request.Schedule, recorder.RunId, end.State, end.Reason);
        if (Alert.Of(recorder.RunId, request, end.State, end.Reason, before, alerts.PublicAddress) is { } alert)
        {
            // Not stopped with the run: that it was stopped may be what is told.
            await alerts.Send(alert, CancellationToken.None);
        }

        return end.State;
    }

    public async Task GiveUp(RefreshRequest request, CancellationToken cancellation)
    {
        var last = (await journal.List(request.Schedule, state: null, skip: 0, take: 1, cancellation))[0];
        await alerts.Send(Alert.OfGivingUp(last, alerts.PublicAddress), cancellation);
    }

    private async Task<RunEnd> Conclude(RefreshRequest request, RunSteps steps, CancellationToken cancellation)
    {
        try
        {
            if (request.DryRun)
            {
                return await new Rehearsal(home, fetching, steps).Run(request);
            }

            var fetched = new FetchStep(fetching, new SetAside(home, time), steps);
            await fetched.Take(new UnpublishedSnapshots(home, flow).Of());
            if (!request.Offline)
            {
                await fetched.Run(Wanted(request), request, cancellation);
            }

            if (folder.IsHeld && fetched.Landed.Count == 0)
            {
                return fetched.Failures.Count > 0
                    ? Failed(fetched.Failures)
                    : new RunEnd(RunState.NoNewData, $"No new data. Readers were taken back to {folder.Current()}, which stays until something new comes.");
            }

            return await Build(request, fetched, steps, cancellation);
        }
        catch (OperationCanceledException)
        {
            await steps.Stop("stopped");
            return new RunEnd(RunState.Cancelled, "Stopped. What was published before stays published.");
        }
        catch (Exception failure)
        {
            // A run that ends in an error nobody foresaw is a failed run all the same: the journal says so and the scheduler tries again.
            await steps.Stop("failed");
            await steps.Log("error", failure.ToString());
            return new RunEnd(RunState.Failed, failure.Message);
        }
    }

    private async Task<RunEnd> Build(RefreshRequest request, FetchStep fetched, RunSteps steps, CancellationToken cancellation)
    {
        var before = folder.Current();
        var waiting = folder.Waiting();
        var held = await HeldSources(fetched.Landed);
        var aside = new SetAside(home, time);
        var landing = new Landing(aside, without => WhenFree(() => new Refresh(flow, Only(fetched.Landed, without), time).Run(force: false, steps.Flow(), cancellation, (file, warnings) => IsToBeHeld(file, warnings, held)), cancellation));
        var result = await Task.Run(() => landing.Build(fetched.Landed), CancellationToken.None);
        await steps.Stop("done");
        foreach (var (source, reason) in landing.Refused)
        {
            await steps.OfSource(source, SourceResult.Failed, reason);
        }

        var failures = fetched.Failures.Concat(landing.Refused.Select(refused => refused.Reason)).ToList();
        if (result is null || result.Outcome == RefreshOutcome.Unchanged)
        {
            return failures.Count > 0
                ? Failed(failures) with { RowsIn = fetched.Rows }
                : new RunEnd(RunState.NoNewData, "No new data: what the agencies gave is what was there.");
        }

        if (result.Outcome == RefreshOutcome.Held && waiting.Contains(result.Vintage))
        {
            // It has a run of its own, which told whoever is to be told.
            return failures.Count > 0
                ? Failed(failures)
                : new RunEnd(RunState.NoNewData, $"No new data: {result.Vintage} still waits for approval.");
        }

        var end = await Describe(result, before, fetched, steps);
        await Supersede(result.Vintage);
        if (result.Outcome == RefreshOutcome.Held)
        {
            return end with { Reason = string.Join(" ", failures.Prepend(WhyHeld(result, end.Difference, held))) };
        }

        await Prune(steps);
        return failures.Count == 0
            ? end
            : end with { State = RunState.Failed, Reason = $"Published {result.Vintage} without what could not be had. {string.Join(" ", failures)}" };
    }

    /// <summary>
    /// What came meanwhile by another way, as an upload does, is for another run: this one has not asked for its policy, and would
    /// blame its own releases for what is wrong with it.
    /// </summary>
    private WarehouseHome Only(IReadOnlyList<Snapshot> landed, IReadOnlySet<string> without)
    {
        var ours = landed.Select(snapshot => snapshot.Sha256).ToHashSet(StringComparer.Ordinal);
        var others = new UnpublishedSnapshots(home, flow).LeaveOut().LeftOut.Where(sha256 => !ours.Contains(sha256));
        return home with { LeftOut = others.Concat(without).ToHashSet(StringComparer.Ordinal) };
    }

    /// <summary>Builds that waited before this one have in it all they had: they wait no longer, and their runs say why.</summary>
    private async Task Supersede(PublishedVintage vintage)
    {
        var old = folder.Waiting().Where(v => v < vintage).ToList();
        if (old.Count == 0)
        {
            return;
        }

        using (BuildLock.Take(folder))
        {
            old.ForEach(folder.Discard);
        }

        foreach (var run in (await journal.List(schedule: null, RunState.Held, skip: 0, take: 100, CancellationToken.None)).Where(r => old.Exists(v => v.ToString() == r.Vintage)))
        {
            await journal.Settle(run.RunId, RunState.Rejected, $"Superseded by {vintage}, which holds what it held.", CancellationToken.None);
        }
    }

    private async Task Prune(RunSteps steps)
    {
        try
        {
            using var only = BuildLock.Take(folder);
            foreach (var old in folder.Prune(Math.Max(2, options.KeepVintages)))
            {
                await steps.Log("info", $"{old} is no more kept: the newest {options.KeepVintages} vintages are.");
            }
        }
        catch (PublishException busy) when (busy.IsBusy)
        {
            // Somebody goes back to a vintage or approves one: the next run prunes.
        }
    }

    /// <summary>Another process builds, or somebody approves or goes back: over in a moment, and no reason to fail.</summary>
    private static RefreshResult WhenFree(Func<RefreshResult> build, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return build();
            }
            catch (PublishException busy) when (busy.IsBusy && tries < MostWaits)
            {
                cancellation.WaitHandle.WaitOne(BetweenWaits);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<RunEnd> Describe(RefreshResult result, PublishedVintage? before, FetchStep fetched, RunSteps steps)
    {
        await steps.Begin(RunStepKind.Compare, item: null, total: 1);
        var file = result.Outcome == RefreshOutcome.Held ? folder.WaitingFileOf(result.Vintage) : folder.FileOf(result.Vintage);
        var difference = VintageComparison.Count(file, before is { } earlier && File.Exists(folder.FileOf(earlier)) ? folder.FileOf(earlier) : null);
        await steps.Stop(FormattableString.Invariant($"{difference.Added} added, {difference.Changed} changed, {difference.Withdrawn} withdrawn, {difference.Anomalies} to look at"));
        foreach (var warning in result.Warnings)
        {
            await steps.Log("warning", warning.ToString());
        }

        return new RunEnd(result.Outcome == RefreshOutcome.Held ? RunState.Held : RunState.Published, Reason: null)
        {
            Vintage = result.Vintage.ToString(),
            RowsIn = fetched.Rows,
            RowsOut = result.Observations,
            RowsRejected = result.Rejected,
            ChecksPassed = result.Checks,
            ChecksFailed = result.Warnings.Count,
            Difference = difference,
        };
    }

    private static RunEnd Failed(IEnumerable<string> reasons) => new(RunState.Failed, string.Join(" ", reasons.Append("Readers see what they saw before.")));

    private IReadOnlyList<string> Wanted(RefreshRequest request) => request.Sources.Count > 0 ? request.Sources : fetching.Fetchable;

    private async Task<IReadOnlyList<string>> HeldSources(IReadOnlyList<Snapshot> landed)
    {
        var policy = await policies.All(CancellationToken.None);
        return [.. landed.Select(s => s.SourceId).Where(id => policy.GetValueOrDefault(id) == PublishPolicy.HoldOnWarnings)];
    }

    /// <summary>After a rollback everything is: readers were taken back for a reason that a new build may bring again.</summary>
    private bool IsToBeHeld(string file, IReadOnlyList<CheckResult> warnings, IReadOnlyList<string> heldSources)
    {
        var before = folder.Current() is { } current ? folder.FileOf(current) : null;
        return before is not null
            && (folder.IsHeld || (heldSources.Count > 0 && (NewWarnings.Of(warnings, before).Count > 0 || VintageComparison.Count(file, before).Anomalies > 0)));
    }

    private string WhyHeld(RefreshResult result, RunDifference? difference, IReadOnlyList<string> heldSources)
    {
        var published = folder.Current() is { } current ? folder.FileOf(current) : null;
        var reasons = NewWarnings.Of(result.Warnings, published).Select(w => w.ToString());
        var odd = difference is { Anomalies: > 0 } ? FormattableString.Invariant($"Changed figures that need a look: {difference.Anomalies}.") : null;
        var back = folder.IsHeld ? $"Readers were taken back to {folder.Current()}." : null;
        return string.Join(" ", reasons.Append(odd).Append(back).OfType<string>().Prepend($"{result.Vintage} waits for approval{(heldSources.Count > 0 ? $" ({string.Join(", ", heldSources)})" : "")}."));
    }

    /// <summary>The schedule's last runs before this one that are over, newest first.</summary>
    private async Task<IReadOnlyList<Run>> Ended(string schedule, string runId) =>
        [.. (await journal.List(schedule, state: null, skip: 0, take: 6, CancellationToken.None)).Where(r => r.RunId != runId && r.State != RunState.Running)];

    [LoggerMessage(Level = LogLevel.Information, Message = "Refresh {Schedule}, run {RunId}, ended: {State}. {Reason}")]
    private partial void LogEnded(string schedule, string runId, RunState state, string? reason);
}
