using System.Collections.Concurrent;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>Work that writes its run down like the real one and ends as a test says.</summary>
internal sealed class ScriptedWork(IRunJournal journal) : IRefreshWork
{
    private int running;

    /// <summary>How a run ends; at once published, unless a test says otherwise.</summary>
    public Func<RefreshRequest, CancellationToken, Task<RunState>> Do { get; set; } = (_, _) => Task.FromResult(RunState.Published);

    public ConcurrentQueue<RefreshRequest> Asked { get; } = [];

    /// <summary>Schedules that were given up.</summary>
    public ConcurrentQueue<string> GivenUp { get; } = [];

    /// <summary>The most that ever ran at once.</summary>
    public int MostAtOnce { get; private set; }

    public static async Task<RunState> UntilStopped(RefreshRequest request, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return RunState.Published;
    }

    public Task GiveUp(RefreshRequest request, CancellationToken cancellation)
    {
        GivenUp.Enqueue(request.Schedule);
        return Task.CompletedTask;
    }

    public async Task<RunState> Run(RefreshRequest request, CancellationToken cancellation)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        Asked.Enqueue(request);
        await using var run = await journal.Begin(request, cancellation);
        var state = RunState.Cancelled;
        try
        {
            await run.BeginStep(RunStepKind.Build, null, 1);
            state = await Do(request, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ended as cancelled.
        }

        await run.Complete(new(state, null));
        Interlocked.Decrement(ref running);
        return state;
    }
}
