using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Runs;

/// <summary>Reads the steps, requests and log lines of one run.</summary>
internal static class RunParts
{
    public static async Task<IReadOnlyList<RunStep>> Steps(Session session, string runId) =>
    [
        .. (await session.Query<StepRow>(
            """
            select kind as Kind, item as Item, started_at as StartedAt, ended_at as EndedAt, done as Done, total as Total, outcome as Outcome
            from run_step where run_id = @runId order by ordinal
            """, new { runId })).Select(row => new RunStep(
                Enum.Parse<RunStepKind>(row.Kind), row.Item, Instant.Of(row.StartedAt), Instant.Of(row.EndedAt), (int)row.Done, (int)row.Total, row.Outcome)),
    ];

    public static async Task<IReadOnlyList<RunFetch>> Fetches(Session session, string runId) =>
    [
        .. (await session.Query<FetchRow>(
            """
            select source_id as SourceId, url as Url, http_status as HttpStatus, etag as ETag, bytes as Bytes, sha256 as Sha256,
                   row_count as Rows, duration as Duration, outcome as Outcome
            from run_fetch where run_id = @runId order by ordinal
            """, new { runId })).Select(row => new RunFetch(
                row.SourceId, row.Url, (int?)row.HttpStatus, row.ETag, row.Bytes, row.Sha256, row.Rows, TimeSpan.FromTicks(row.Duration), row.Outcome)),
    ];

    public static async Task<IReadOnlyList<RunLogLine>> Log(Session session, string runId) =>
    [
        .. (await session.Query<(long At, string Level, string Line)>(
            "select at, level, line from run_log where run_id = @runId order by ordinal", new { runId }))
            .Select(row => new RunLogLine(Instant.Of(row.At), row.Level, row.Line)),
    ];

    private sealed class StepRow
    {
        public required string Kind { get; init; }

        public string? Item { get; init; }

        public long StartedAt { get; init; }

        public long? EndedAt { get; init; }

        public long Done { get; init; }

        public long Total { get; init; }

        public string? Outcome { get; init; }
    }

    private sealed class FetchRow
    {
        public required string SourceId { get; init; }

        public required string Url { get; init; }

        public long? HttpStatus { get; init; }

        public string? ETag { get; init; }

        public long? Bytes { get; init; }

        public string? Sha256 { get; init; }

        public long? Rows { get; init; }

        public long Duration { get; init; }

        public required string Outcome { get; init; }
    }
}
