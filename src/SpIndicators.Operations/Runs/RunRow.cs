using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Runs;

/// <summary>A line of the table of runs.</summary>
internal sealed class RunRow
{
    public const string Columns =
        """
        run.run_id as RunId, run.schedule as Schedule, run.sources as Sources, run.cause as Cause, run.who as Who, run.attempt as Attempt,
        run.max_attempts as MaxAttempts, run.offline as Offline, run.year_from as YearFrom, run.year_to as YearTo, run.dry_run as DryRun,
        run.state as State, run.started_at as StartedAt, run.ended_at as EndedAt, run.node as Node, run.reason as Reason, run.vintage as Vintage,
        run.rows_in as RowsIn, run.rows_out as RowsOut, run.rows_rejected as RowsRejected, run.checks_passed as ChecksPassed,
        run.checks_failed as ChecksFailed, run.added as Added, run.changed as Changed, run.withdrawn as Withdrawn, run.anomalies as Anomalies
        """;

    public required string RunId { get; init; }

    public required string Schedule { get; init; }

    public required string Sources { get; init; }

    public required string Cause { get; init; }

    public required string Who { get; init; }

    public long Attempt { get; init; }

    public long MaxAttempts { get; init; }

    public long Offline { get; init; }

    public long? YearFrom { get; init; }

    public long? YearTo { get; init; }

    public long DryRun { get; init; }

    public required string State { get; init; }

    public long StartedAt { get; init; }

    public long? EndedAt { get; init; }

    public required string Node { get; init; }

    public string? Reason { get; init; }

    public string? Vintage { get; init; }

    public long? RowsIn { get; init; }

    public long? RowsOut { get; init; }

    public long? RowsRejected { get; init; }

    public long? ChecksPassed { get; init; }

    public long? ChecksFailed { get; init; }

    public long? Added { get; init; }

    public long? Changed { get; init; }

    public long? Withdrawn { get; init; }

    public long? Anomalies { get; init; }

    public static string Joined(IReadOnlyList<string> sources) => string.Join(',', sources);

    public Run ToRun() => new(
        RunId, Request(), Enum.Parse<RunState>(State), Instant.Of(StartedAt), Instant.Of(EndedAt), Node, Reason, Vintage,
        RowsIn, RowsOut, RowsRejected, (int?)ChecksPassed, (int?)ChecksFailed,
        Added is { } added ? new(added, Changed ?? 0, Withdrawn ?? 0, Anomalies ?? 0) : null);

    private RefreshRequest Request() => new(
        Schedule, Sources.Split(',', StringSplitOptions.RemoveEmptyEntries), Enum.Parse<RunTrigger>(Cause), Who, (int)Attempt, (int)MaxAttempts)
    {
        Offline = Offline != 0,
        YearFrom = (int?)YearFrom,
        YearTo = (int?)YearTo,
        DryRun = DryRun != 0,
    };
}
