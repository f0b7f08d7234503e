using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Runs;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>What every scheduler does alike with runs: run one, stop one, say when a schedule last had one.</summary>
internal sealed class ScheduledRuns(OperationsStore store, RunsHere here, RunJournal journal, ILogger<ScheduledRuns> log)
{
    /// <summary>
    /// Runs what a firing asks for; null when it is not begun again after too many crashes. The caller has the only place in
    /// the whole cluster, so a run that another process left open is over.
    /// </summary>
    public async Task<(RefreshRequest Request, RunState State)?> Run(IRefreshWork work, RefreshRequest request, bool isRecovery, CancellationToken ofProgram)
    {
        await journal.MarkLeftByScheduler(ofProgram);
        if (isRecovery)
        {
            if (await Recovery.Of(request, journal, ofProgram) is not { } again)
            {
                log.LogError("'{Schedule}' ended its process several times in a row and is not begun again.", request.Schedule);
                await work.GiveUp(request, ofProgram);
                return null;
            }

            request = again;
        }

        return (request, await Stoppable(work, request, ofProgram));
    }

    /// <summary>Written where the process that runs it looks with every heartbeat; at once when it is this one.</summary>
    public async Task<bool> Cancel(string runId, CancellationToken cancellation)
    {
        var asked = await store.Write($"That run {runId} is to stop", session => session.Execute(
            "update run set stop_asked_at = @now where run_id = @runId and state = 'Running' and by_scheduler = 1",
            new { runId, now = store.Time.Ticks() }), cancellation);
        return here.Stop(runId) || asked == 1;
    }

    /// <summary>From the runs, which stay when a schedule is edited; a scheduler's own memory goes with its trigger.</summary>
    public async Task<Dictionary<string, DateTimeOffset>> LastFired(CancellationToken cancellation)
    {
        var rows = await store.Read(session => session.Query<(string Schedule, long At)>(
            "select schedule, max(started_at) from run where cause = 'Schedule' group by schedule"), cancellation);
        return rows.ToDictionary(row => row.Schedule, row => Instant.Of(row.At), StringComparer.Ordinal);
    }

    private async Task<RunState> Stoppable(IRefreshWork work, RefreshRequest request, CancellationToken ofProgram)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ofProgram);
        here.Enter(stop);
        try
        {
            return await work.Run(request, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return RunState.Cancelled;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The work promised an answer. Without one the schedule must still go on.
            log.LogError(failure, "The refresh '{Schedule}' broke off: {Message}", request.Schedule, failure.Message);
            return RunState.Failed;
        }
    }
}
