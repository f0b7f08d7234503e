using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Runs;

/// <summary>The runs in the operational database.</summary>
internal sealed class RunJournal(
    OperationsStore store, OperationsOptions options, RunsHere here, RunEnds ends, Heartbeat heartbeat, ILogger<RunJournal> log) : IRunJournal
{
    public async Task<IRunRecorder> Begin(RefreshRequest request, CancellationToken cancellation)
    {
        var now = store.Time.GetUtcNow();
        var runId = $"{now:yyyyMMdd'T'HHmmssfff'Z'}-{Guid.NewGuid():N}"[..^28];
        here.Begin(runId);
        try
        {
            await store.Write("The beginning of a run", async session =>
            {
                await Heartbeat.Sign(session, options.Node, now.UtcTicks);
                await session.Execute(
                    """
                    insert into run (run_id, schedule, sources, cause, who, attempt, max_attempts, offline, year_from, year_to, dry_run, state, started_at, node, by_scheduler)
                    values (@runId, @Schedule, @sources, @cause, @Who, @Attempt, @MaxAttempts, @offline, @YearFrom, @YearTo, @dryRun, 'Running', @startedAt, @Node, @byScheduler)
                    on conflict do nothing
                    """,
                    new
                    {
                        runId, request.Schedule, sources = RunRow.Joined(request.Sources), cause = $"{request.Trigger}", request.Who, request.Attempt, request.MaxAttempts,
                        offline = request.Offline ? 1 : 0, request.YearFrom, request.YearTo, dryRun = request.DryRun ? 1 : 0, startedAt = now.UtcTicks, options.Node,
                        byScheduler = here.IsInJob ? 1 : 0,
                    });
                foreach (var source in request.Sources)
                {
                    await session.Execute("insert into run_source (source_id, run_id) values (@source, @runId) on conflict do nothing", new { source, runId });
                }

                return true;
            }, cancellation);
        }
        catch
        {
            here.End(runId);
            throw;
        }

        heartbeat.Start();
        return new RunRecorder(store, ends, log, runId);
    }

    public Task<RunDetails?> Find(string runId, CancellationToken cancellation) => store.Read(async session =>
        await session.First<RunRow>($"select {RunRow.Columns} from run where run_id = @runId", new { runId }) is { } row
            ? new RunDetails(row.ToRun(), await RunParts.Steps(session, runId), await RunParts.Fetches(session, runId), await RunParts.Log(session, runId))
            : null, cancellation);

    public async Task<IReadOnlyList<Run>> List(string? schedule, RunState? state, int skip, int take, CancellationToken cancellation)
    {
        var rows = await store.Read(session => session.Query<RunRow>(
            $"""
            select {RunRow.Columns} from run
            where (cast(@schedule as text) is null or schedule = @schedule) and (cast(@state as text) is null or state = @state)
            order by run_id desc limit @take offset @skip
            """, new { schedule, state = state?.ToString(), skip, take }), cancellation);
        return [.. rows.Select(row => row.ToRun())];
    }

    public async Task<IReadOnlyDictionary<string, Run>> LastOfEachSource(CancellationToken cancellation) => await store.Read(async session =>
    {
        var last = await session.Query<SourceRow>(SourceRow.Newest);
        var runs = (await session.Query<RunRow>($"select {RunRow.Columns} from run where run_id in (select RunId from ({SourceRow.Newest}) as newest)"))
            .ToDictionary(row => row.RunId, row => row.ToRun());
        return last.ToDictionary(row => row.SourceId, row => row.Of(runs[row.RunId]), StringComparer.Ordinal);
    }, cancellation);

    public Task<IReadOnlyList<Run>> MarkInterrupted(TimeSpan silence, CancellationToken cancellation) =>
        Mark("coalesce(beat_at, 0) < @before", (store.Time.GetUtcNow() - silence).UtcTicks, cancellation);

    /// <summary>
    /// The same for runs the scheduler began, without waiting for silence. For whoever holds the scheduler's place, which
    /// only one process does at a time: a run another left open is over.
    /// </summary>
    public Task<IReadOnlyList<Run>> MarkLeftByScheduler(CancellationToken cancellation) => Mark("by_scheduler = 1", 0, cancellation);

    public async Task Settle(string runId, RunState state, string reason, CancellationToken cancellation)
    {
        if (state is RunState.Running or RunState.Held)
        {
            throw new ArgumentException($"A held run is settled as published, rejected or failed, not as '{state}'.");
        }

        var now = store.Time.Ticks();
        var settled = await store.Write($"What became of run {runId}", session => session.Execute(
            "update run set state = @state, reason = @reason, ended_at = coalesce(ended_at, @now) where run_id = @runId and state = 'Held'",
            new { runId, state = $"{state}", reason, now }), cancellation);
        if (settled == 0)
        {
            var found = (await Find(runId, cancellation))?.Run.State.ToString() ?? "not known";
            throw new InvalidOperationException($"Only a held run can be settled; the run {runId} is {found}.");
        }
    }

    private async Task<IReadOnlyList<Run>> Mark(string which, long before, CancellationToken cancellation)
    {
        var now = store.Time.Ticks();
        var open = await store.Read(session => session.Query<string>(
            $"select run_id from run left join node_heartbeat using (node) where state = 'Running' and {which}", new { before }), cancellation);
        var marked = new List<Run>();
        foreach (var runId in open.Where(runId => !here.Has(runId)))
        {
            // Whoever changes the row is the one that returns it: two that look at once do not both begin it again.
            var isOurs = await store.Write($"The run {runId}", async session =>
            {
                await session.Execute("update run_step set ended_at = @now, outcome = 'interrupted' where run_id = @runId and ended_at is null", new { runId, now });
                return await session.Execute(
                    "update run set state = 'Interrupted', ended_at = @now, reason = @reason where run_id = @runId and state = 'Running'",
                    new { runId, now, reason = "The process that ran it ended in the middle." });
            }, cancellation);
            if (isOurs == 1)
            {
                marked.Add((await Find(runId, cancellation))!.Run);
            }
        }

        return marked;
    }
}
