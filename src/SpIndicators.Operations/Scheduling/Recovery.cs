using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Scheduling;

/// <summary>What is begun again after a process ended in the middle of it.</summary>
internal static class Recovery
{
    /// <summary>A refresh that brings its process down each time is begun so often in a row, then left alone.</summary>
    private const int InARow = 3;

    /// <summary>The request to run now; null after too many.</summary>
    public static async Task<RefreshRequest?> Of(RefreshRequest request, IRunJournal journal, CancellationToken cancellation)
    {
        var last = await journal.List(request.Schedule, null, 0, InARow, cancellation);
        if (last.Count == InARow && last.All(run => run.State == RunState.Interrupted))
        {
            return null;
        }

        // The end of the program is nobody's failure and costs no attempt; a crash does.
        var attempt = last is [{ State: RunState.Interrupted } crashed, ..] ? crashed.Request.Attempt + 1 : request.Attempt;
        return request with { Trigger = RunTrigger.Recovery, Attempt = attempt, MaxAttempts = Math.Max(attempt, request.MaxAttempts) };
    }
}
