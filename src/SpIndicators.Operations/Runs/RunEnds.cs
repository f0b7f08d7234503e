using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Runs;

/// <summary>
/// Writes how runs ended. An end that could not be written, because the disk is full for a while, is kept and tried
/// again with every heartbeat: it must not leave a run that seems to run for ever.
/// </summary>
internal sealed class RunEnds(OperationsStore store, RunsHere here, ILogger<RunEnds> log)
{
    private readonly ConcurrentQueue<EndedRun> unwritten = [];

    public async Task Write(EndedRun end)
    {
        try
        {
            await Put(end);
            here.End(end.RunId);
        }
        catch (OperationsException)
        {
            unwritten.Enqueue(end);
            throw;
        }
    }

    public async Task TryAgain()
    {
        while (unwritten.TryPeek(out var end))
        {
            await Put(end);
            unwritten.TryDequeue(out _);
            here.End(end.RunId);
            log.LogWarning("The end of run {RunId} is written down at last.", end.RunId);
        }
    }

    public static Task<int> CloseStep(Session session, string runId, long ordinal, long now, Reached? last, string? outcome) => session.Execute(
        """
        update run_step set ended_at = @now, outcome = coalesce(@outcome, outcome), done = coalesce(@done, done), total = coalesce(@total, total)
        where run_id = @runId and ordinal = @ordinal and ended_at is null
        """, new { runId, ordinal, now, outcome, done = (long?)last?.Done, total = (long?)last?.Total });

    // A process that was slow, not dead, may find its run marked as interrupted: what it says itself is the truth.
    private Task<int> Put(EndedRun end) => store.Write($"The end of run {end.RunId}", async session =>
    {
        var (how, difference) = (end.How, end.How.Difference);
        await CloseStep(session, end.RunId, end.Step, end.At, end.Last, null);
        return await session.Execute(
            """
            update run set state = @state, ended_at = @At, reason = @Reason, vintage = @Vintage, rows_in = @RowsIn, rows_out = @RowsOut,
                rows_rejected = @RowsRejected, checks_passed = @ChecksPassed, checks_failed = @ChecksFailed,
                added = @Added, changed = @Changed, withdrawn = @Withdrawn, anomalies = @Anomalies
            where run_id = @RunId and state in ('Running', 'Interrupted')
            """,
            new
            {
                end.RunId, end.At, state = $"{how.State}", how.Reason, how.Vintage, how.RowsIn, how.RowsOut, how.RowsRejected, how.ChecksPassed, how.ChecksFailed,
                difference?.Added, difference?.Changed, difference?.Withdrawn, difference?.Anomalies,
            });
    }, CancellationToken.None);
}

/// <summary>An end to be written down.</summary>
internal sealed record EndedRun(string RunId, RunEnd How, long At, long Step, Reached? Last);
