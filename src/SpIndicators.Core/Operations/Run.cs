namespace SpIndicators.Core.Operations;

/// <summary>How a run stands. The last five and <see cref="Published"/> are final.</summary>
public enum RunState
{
    Running,

    /// <summary>A new vintage is what readers see.</summary>
    Published,

    /// <summary>What the agencies gave is byte for byte what was there: nothing was built.</summary>
    NoNewData,

    /// <summary>Built and checked, waiting for somebody's approval; readers see the vintage before.</summary>
    Held,

    /// <summary>A held build that was turned down.</summary>
    Rejected,

    Failed,

    /// <summary>Stopped by a person or by the end of the program.</summary>
    Cancelled,

    /// <summary>The process ended in the middle; seen at the next start.</summary>
    Interrupted,
}

/// <summary>What a run got of one source.</summary>
public enum SourceResult
{
    /// <summary>What the agency has is here already.</summary>
    NoNewData,

    /// <summary>New figures; what became of them is what became of the run.</summary>
    Landed,

    /// <summary>The agency gave nothing that can be used, or what it gave did not pass.</summary>
    Failed,
}

/// <summary>The steps of a run, in their order.</summary>
public enum RunStepKind
{
    Fetch,
    Snapshot,
    Build,
    Check,
    Compare,
    Publish,
}

/// <summary>One run of a refresh, for ever: nothing of it expires by itself.</summary>
/// <param name="RunId">Sortable by time: yyyyMMddTHHmmssfffZ and a few letters.</param>
/// <param name="Reason">For people: why it failed, is held or did nothing; null while it runs and when it was published.</param>
/// <param name="Vintage">The vintage it made, published or held.</param>
/// <param name="RowsIn">Lines read from the snapshots fetched by this run.</param>
/// <param name="RowsOut">Observations of the built warehouse.</param>
/// <param name="RowsRejected">Lines kept with the reason why they could not be read.</param>
/// <param name="ChecksPassed">Checks that hold.</param>
/// <param name="ChecksFailed">Checks that do not, warnings among them.</param>
/// <param name="Difference">Against the vintage before; null where nothing was built.</param>
public sealed record Run(
    string RunId, RefreshRequest Request, RunState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Node,
    string? Reason, string? Vintage, long? RowsIn, long? RowsOut, long? RowsRejected, int? ChecksPassed, int? ChecksFailed, RunDifference? Difference);

/// <summary>What a build changes of what readers see.</summary>
/// <param name="Anomalies">Changes of more than 15 points, values lost, breaks: what a person looks at before approving.</param>
public sealed record RunDifference(long Added, long Changed, long Withdrawn, long Anomalies);

/// <summary>One step of a run; several of one kind where several sources are fetched.</summary>
/// <param name="Item">The source, for a step of one.</param>
/// <param name="Done">Pieces of work finished, of <paramref name="Total"/>.</param>
public sealed record RunStep(RunStepKind Kind, string? Item, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Done, int Total, string? Outcome);

/// <summary>What one request to an agency gave.</summary>
/// <param name="HttpStatus">Null where no answer came.</param>
/// <param name="Outcome">new data, no new data, or what was wrong with it, for people.</param>
public sealed record RunFetch(
    string SourceId, string Url, int? HttpStatus, string? ETag, long? Bytes, string? Sha256, long? Rows, TimeSpan Duration, string Outcome);

/// <summary>A line of a run's log.</summary>
public sealed record RunLogLine(DateTimeOffset At, string Level, string Text);

/// <summary>All that is kept of one run.</summary>
public sealed record RunDetails(Run Run, IReadOnlyList<RunStep> Steps, IReadOnlyList<RunFetch> Fetches, IReadOnlyList<RunLogLine> Log);
