namespace SpIndicators.Core.Operations;

/// <summary>Where runs are written down while they happen, and read by the pages. Safe for several processes.</summary>
public interface IRunJournal
{
    /// <summary>Begins a run of this process (its <c>node</c> is machine and process).</summary>
    Task<IRunRecorder> Begin(RefreshRequest request, CancellationToken cancellation);

    Task<RunDetails?> Find(string runId, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    /// <param name="schedule">Of one schedule, or null for all.</param>
    Task<IReadOnlyList<Run>> List(string? schedule, RunState? state, int skip, int take, CancellationToken cancellation);

    /// <summary>
    /// The last run of each source that was asked for, by source id, with state and reason as they are for that source: where
    /// another agency gave nothing, this one's figures were published all the same.
    /// </summary>
    Task<IReadOnlyDictionary<string, Run>> LastOfEachSource(CancellationToken cancellation);

    /// <summary>
    /// Marks as interrupted every run still said to be running whose process gave no sign for <paramref name="silence"/>, and
    /// returns them, so that they can be begun again.
    /// </summary>
    Task<IReadOnlyList<Run>> MarkInterrupted(TimeSpan silence, CancellationToken cancellation);

    /// <summary>Settles a held run.</summary>
    /// <exception cref="InvalidOperationException">The run is not held.</exception>
    Task Settle(string runId, RunState state, string reason, CancellationToken cancellation);
}

/// <summary>Writes one run down. Every call is on disk when it returns; progress within a step may be thinned out.</summary>
public interface IRunRecorder : IAsyncDisposable
{
    string RunId { get; }

    /// <summary>Ends the step before, if any, and begins the next.</summary>
    Task BeginStep(RunStepKind kind, string? item, int total);

    void Progress(int done, int total, string item);

    /// <summary>Ends the current step.</summary>
    Task EndStep(string outcome);

    Task Fetched(RunFetch fetch);

    Task Log(string level, string text);

    /// <summary>How the run goes for one source; said again, the last word counts.</summary>
    /// <param name="reason">For people; null where there is nothing to say.</param>
    Task OfSource(string sourceId, SourceResult result, string? reason);

    /// <summary>Ends the run. Disposing a run that was not ended leaves it failed, "ended without a word".</summary>
    Task Complete(RunEnd how);
}

/// <summary>How a run ended; see <see cref="Run"/>.</summary>
public sealed record RunEnd(RunState State, string? Reason)
{
    public string? Vintage { get; init; }

    public long? RowsIn { get; init; }

    public long? RowsOut { get; init; }

    public long? RowsRejected { get; init; }

    public int? ChecksPassed { get; init; }

    public int? ChecksFailed { get; init; }

    public RunDifference? Difference { get; init; }
}
