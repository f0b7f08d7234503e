using Microsoft.Extensions.Logging;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Runs;

/// <summary>
/// Says every few seconds that this process lives, from its first run on; with the same look it learns that one of its
/// runs is asked to stop, and writes the ends that could not be written before.
/// </summary>
internal sealed class Heartbeat(OperationsStore store, OperationsOptions options, RunsHere here, RunEnds ends, ILogger<Heartbeat> log) : IAsyncDisposable, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private Task? beating;
    private bool isDisposed;

    public void Start()
    {
        lock (gate)
        {
            beating ??= Task.Run(() => Beat(stop.Token));
        }
    }

    public static Task<int> Sign(Session session, string node, long now) => session.Execute(
        "insert into node_heartbeat (node, beat_at) values (@node, @now) on conflict (node) do update set beat_at = excluded.beat_at", new { node, now });

    public async ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            await stop.CancelAsync();
            await (beating ?? Task.CompletedTask);
            stop.Dispose();
        }
    }

    /// <summary>For programs that end without awaiting; the last beat is not waited for.</summary>
    public void Dispose() => stop.Cancel();

    private async Task Beat(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(options.Heartbeat, store.Time, cancellation);
                await store.Write("The heartbeat", session => Sign(session, options.Node, store.Time.Ticks()), cancellation);
                await ends.TryAgain();
                await HeedStops(cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception refusal)
            {
                log.LogWarning("{Message}", refusal.Message); // Whatever it was, the next beat is the next try.
            }
        }
    }

    // A run that others marked as ended is stopped too: somebody may have begun it again.
    private async Task HeedStops(CancellationToken cancellation)
    {
        if (here.IsEmpty)
        {
            return;
        }

        var stopped = await store.Read(session => session.Query<string>(
            """
            select run_id from run
            where node = @Node and (state = 'Running' and stop_asked_at is not null or state = 'Interrupted')
            """, new { options.Node }), cancellation);
        foreach (var runId in stopped)
        {
            here.Stop(runId);
        }
    }
}
