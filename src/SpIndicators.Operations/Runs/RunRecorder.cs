using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Runs;

/// <summary>
/// Writes one run down. What is written carries its number within the run, so writing it a second time, after a
/// connection that broke at the commit, changes nothing.
/// </summary>
internal sealed class RunRecorder(OperationsStore store, RunEnds ends, ILogger log, string runId) : IRunRecorder
{
    /// <summary>Pages look once a second: more often would only wear the disk.</summary>
    private static readonly TimeSpan ProgressIsWrittenEvery = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim gate = new(1);
    private readonly CancellationTokenSource ended = new();
    private Task progress = Task.CompletedTask;
    private volatile Reached? latest;
    private long step;
    private bool stepIsOpen;
    private long fetches;
    private long lines;
    private bool isEnded;

    public string RunId => runId;

    public Task BeginStep(RunStepKind kind, string? item, int total) => InTurn(async () =>
    {
        var ordinal = step + 1;
        var before = stepIsOpen ? latest : null;
        await Write(async session =>
        {
            await Close(session, before, null);
            await session.Execute(
                """
                insert into run_step (run_id, ordinal, kind, item, started_at, done, total) values (@runId, @ordinal, @kind, @item, @now, 0, @total)
                on conflict do nothing
                """, new { runId, ordinal, kind = $"{kind}", item, now = store.Time.Ticks(), total });
            await AskedFor(session, kind == RunStepKind.Fetch ? item : null);
        });
        (step, stepIsOpen, latest) = (ordinal, true, null);
        if (ordinal == 1)
        {
            progress = WriteProgress();
        }
    });

    public void Progress(int done, int total, string item) => latest = new(done, total, item);

    public Task EndStep(string outcome) => InTurn(async () =>
    {
        var last = latest;
        await Write(session => Close(session, last, outcome));
        (stepIsOpen, latest) = (false, null);
    });

    public Task Fetched(RunFetch fetch) => InTurn(async () =>
    {
        var ordinal = fetches + 1;
        await Write(async session =>
        {
            await session.Execute(
                """
                insert into run_fetch (run_id, ordinal, source_id, url, http_status, etag, bytes, sha256, row_count, duration, outcome)
                values (@runId, @ordinal, @SourceId, @Url, @HttpStatus, @ETag, @Bytes, @Sha256, @Rows, @ticks, @Outcome)
                on conflict do nothing
                """,
                new { runId, ordinal, fetch.SourceId, fetch.Url, fetch.HttpStatus, fetch.ETag, fetch.Bytes, fetch.Sha256, fetch.Rows, ticks = fetch.Duration.Ticks, fetch.Outcome });
            await AskedFor(session, fetch.SourceId);
        });
        fetches = ordinal;
    });

    public Task Log(string level, string text) => InTurn(async () =>
    {
        var ordinal = lines + 1;
        await Write(session => session.Execute(
            "insert into run_log (run_id, ordinal, at, level, line) values (@runId, @ordinal, @now, @level, @text) on conflict do nothing",
            new { runId, ordinal, now = store.Time.Ticks(), level, text }));
        lines = ordinal;
    });

    public Task OfSource(string sourceId, SourceResult result, string? reason) => InTurn(() => Write(session => session.Execute(
        """
        insert into run_source (source_id, run_id, state, reason) values (@sourceId, @runId, @state, @reason)
        on conflict (source_id, run_id) do update set state = excluded.state, reason = excluded.reason
        """, new { sourceId, runId, state = $"{result}", reason })));

    public Task Complete(RunEnd how) => InTurn(async () =>
    {
        if (isEnded)
        {
            throw new InvalidOperationException($"The run {runId} has ended already.");
        }

        isEnded = true;
        await ended.CancelAsync();
        await progress;

        // Ended from here on for this process, also when the end could not be written: the journal tries again by itself.
        await ends.Write(new(runId, how, store.Time.Ticks(), step, stepIsOpen ? latest : null));
    });

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!isEnded)
            {
                await Complete(new(RunState.Failed, "The run ended without a word."));
            }
        }
        catch (OperationsException refusal)
        {
            log.LogError(refusal, "{Message}", refusal.Message); // Disposing must not hide why the run ended.
        }

        ended.Dispose();
        gate.Dispose();
    }

    private Task<int> Close(Session session, Reached? last, string? outcome) => RunEnds.CloseStep(session, runId, step, store.Time.Ticks(), last, outcome);

    private async Task AskedFor(Session session, string? source)
    {
        if (source is not null)
        {
            await session.Execute("insert into run_source (source_id, run_id) values (@source, @runId) on conflict do nothing", new { source, runId });
        }
    }

    // The last word on progress of a step is written with its end; a write that fails is made up for by the next.
    private async Task WriteProgress()
    {
        Reached? written = null;
        try
        {
            while (true)
            {
                await Task.Delay(ProgressIsWrittenEvery, store.Time, ended.Token);
                var (now, of) = (latest, step);
                if (now is null || now == written)
                {
                    continue;
                }

                await store.Write($"The progress of run {runId}", session => session.Execute(
                    "update run_step set done = @Done, total = @Total where run_id = @runId and ordinal = @of and ended_at is null",
                    new { now.Done, now.Total, runId, of }), ended.Token);
                written = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The run ended.
        }
        catch (OperationsException refusal)
        {
            log.LogWarning("{Message}", refusal.Message);
        }
    }

    private Task<bool> Write(Func<Session, Task> write) => store.Write($"The run {runId}", async session =>
    {
        await write(session);
        return true;
    }, CancellationToken.None);

    private async Task InTurn(Func<Task> work)
    {
        await gate.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            gate.Release();
        }
    }
}

/// <summary>How far a step is. The item is for whoever looks at the moment and is not kept.</summary>
internal sealed record Reached(int Done, int Total, string Item);
