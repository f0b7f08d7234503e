using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Scheduling;

/// <summary>What is begun again after a process ended in the middle of it.</summary>
internal static class Recovery
{
    /// <summary>The request to run now; null after too many.</summary>
    public static async Task<RefreshRequest?> Of(RefreshRequest request, IRunJournal journal, CancellationToken cancellation)
    {
        var last = await journal.List(request.Schedule, null, 0, GivingUp.After, cancellation);
        if (GivingUp.Is(last))
        {
            return null;
        }

        // The end of the program is nobody's failure and costs no attempt; a crash does.
        var attempt = last is [{ State: RunState.Interrupted } crashed, ..] ? crashed.Request.Attempt + 1 : request.Attempt;
        return request with { Trigger = RunTrigger.Recovery, Attempt = attempt, MaxAttempts = Math.Max(attempt, request.MaxAttempts) };
    }
}
