using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Runs;

/// <summary>What is kept of one source in one run.</summary>
internal sealed class SourceRow
{
    /// <summary>Of each source the newest run that asked for it; a rehearsal says nothing of a source's health.</summary>
    public const string Newest =
        """
        select source_id as SourceId, run_id as RunId, state as State, reason as Reason from run_source
        where (source_id, run_id) in (
            select source_id, max(run_id) from run_source join run using (run_id) where dry_run = 0 group by source_id)
        """;

    public required string SourceId { get; init; }

    public required string RunId { get; init; }

    public string? State { get; init; }

    public string? Reason { get; init; }

    /// <summary>The run as it went for this source: what failed elsewhere is not its fault.</summary>
    public Run Of(Run run) => State is null ? run : Enum.Parse<SourceResult>(State) switch
    {
        SourceResult.NoNewData => run with { State = RunState.NoNewData, Reason = Reason },
        SourceResult.Failed => run with { State = RunState.Failed, Reason = Reason },
        // Published without what another source did not give.
        _ when run is { State: RunState.Failed, Vintage: not null } => run with { State = RunState.Published, Reason = null },
        _ => run,
    };
}
