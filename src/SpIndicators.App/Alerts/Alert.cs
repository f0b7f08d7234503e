using SpIndicators.Core.Operations;

namespace SpIndicators.App.Alerts;

/// <summary>What somebody is told of a run.</summary>
/// <param name="Event">failure, recovery or hold.</param>
/// <param name="Link">The run's page; null when no public address is set.</param>
public sealed record Alert(string Event, string Schedule, string RunId, string Reason, string? Link)
{
    public string Subject => Event switch
    {
        "failure" => $"SpIndicators: the refresh {Schedule} failed",
        "recovery" => $"SpIndicators: the refresh {Schedule} works again",
        _ => $"SpIndicators: the refresh {Schedule} waits for approval",
    };

    public string Text => string.Join("\n", new[] { Subject + ".", Reason, Link }.OfType<string>()) + "\n";

    /// <summary>
    /// The alert a finished run calls for; null for none. A failure is told when no attempt is left, a recovery when the run
    /// before it had failed for good.
    /// </summary>
    /// <param name="before">The schedule's last finished runs, newest first; none for its first.</param>
    public static Alert? Of(string runId, RefreshRequest request, RunState state, string? reason, IReadOnlyList<Run> before, Uri? publicAddress)
    {
        ArgumentNullException.ThrowIfNull(request);
        var link = LinkTo(runId, publicAddress);
        return state switch
        {
            RunState.Failed when request.Attempt >= request.MaxAttempts => new("failure", request.Schedule, runId, reason ?? "No reason was given.", link),
            RunState.Held => new("hold", request.Schedule, runId, reason ?? "Checks warn of something new.", link),
            RunState.Published or RunState.NoNewData when WasGivenUp(before) =>
                new("recovery", request.Schedule, runId, reason ?? "New figures were published.", link),
            _ => null,
        };
    }

    /// <summary>A refresh that ended its process each time it was begun, and is left alone now.</summary>
    /// <param name="last">The last of its runs.</param>
    public static Alert OfGivingUp(Run last, Uri? publicAddress)
    {
        ArgumentNullException.ThrowIfNull(last);
        const string Reason = "The program ended in the middle of it several times in a row. It is not begun again by itself; its next time stays as planned.";
        return new("failure", last.Request.Schedule, last.RunId, Reason, LinkTo(last.RunId, publicAddress));
    }

    private static bool WasGivenUp(IReadOnlyList<Run> before) =>
        before is [{ State: RunState.Failed or RunState.Interrupted, Request: var last }, ..] && (last.Attempt >= last.MaxAttempts || GivingUp.Is(before));

    private static string? LinkTo(string runId, Uri? publicAddress) => publicAddress is null ? null : new Uri(publicAddress, $"/staff/runs/{runId}").ToString();
}
