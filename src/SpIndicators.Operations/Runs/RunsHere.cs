using System.Collections.Concurrent;

namespace SpIndicators.Operations.Runs;

/// <summary>
/// The runs this process is at, and how to stop those its scheduler began. A job enters before it calls the work; the
/// run begun inside, wherever in the work that is, belongs to that job.
/// </summary>
internal sealed class RunsHere
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource?> open = new(StringComparer.Ordinal);
    private readonly AsyncLocal<CancellationTokenSource?> job = new();

    public bool IsInJob => job.Value is not null;

    public bool IsEmpty => open.IsEmpty;

    public void Enter(CancellationTokenSource stop) => job.Value = stop;

    public void Begin(string runId) => open[runId] = job.Value;

    public void End(string runId) => open.TryRemove(runId, out _);

    public bool Has(string runId) => open.ContainsKey(runId);

    /// <summary>False when this process is not at that run, or nothing listens.</summary>
    public bool Stop(string runId)
    {
        if (!open.TryGetValue(runId, out var stop) || stop is null)
        {
            return false;
        }

        try
        {
            stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false; // It ended just now.
        }
    }
}
