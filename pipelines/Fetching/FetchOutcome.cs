using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Fetching;

/// <summary>How asking a source ended, with each request that was made.</summary>
public abstract record FetchOutcome(IReadOnlyList<RunFetch> Requests)
{
    /// <summary>A new snapshot lies among the others.</summary>
    /// <param name="Rows">Its lines.</param>
    /// <param name="NewCodes">Codes that no earlier snapshot of the source has, one sentence a column. No failure: their rows are judged by the models.</param>
    public sealed record Landed(Snapshot Snapshot, long Rows, IReadOnlyList<string> NewCodes, IReadOnlyList<RunFetch> Requests) : FetchOutcome(Requests);

    /// <summary>The agency has what is already here; nothing was written.</summary>
    public sealed record Unchanged(IReadOnlyList<RunFetch> Requests) : FetchOutcome(Requests);

    /// <summary>Nothing was written.</summary>
    /// <param name="Reason">For people: what was asked, and what was wrong with the answer.</param>
    public sealed record Failed(string Reason, IReadOnlyList<RunFetch> Requests) : FetchOutcome(Requests);
}

/// <summary>One answered request, for progress bars and pages.</summary>
/// <param name="Total">Requests known of so far; grows where pages are counted by the first answer.</param>
public sealed record FetchProgress(string SourceId, int Done, int Total, string Item);
