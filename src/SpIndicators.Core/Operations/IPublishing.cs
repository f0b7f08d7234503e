namespace SpIndicators.Core.Operations;

/// <summary>What happens to a build whose checks warn.</summary>
public enum PublishPolicy
{
    /// <summary>Published; the warnings are shown.</summary>
    Automatic,

    /// <summary>Waits for approval.</summary>
    HoldOnWarnings,
}

/// <summary>The policy of each source; automatic where none was set.</summary>
public interface IPublishPolicies
{
    Task<IReadOnlyDictionary<string, PublishPolicy>> All(CancellationToken cancellation);

    Task Choose(string sourceId, PublishPolicy policy, CancellationToken cancellation);
}

/// <summary>A published or held warehouse.</summary>
public sealed record VintageStatus(string Vintage, DateTimeOffset BuiltAt, long Bytes, bool IsCurrent, bool IsHeld);

/// <summary>What staff may do with builds. Each action is the caller's to write into the audit log.</summary>
public interface IVintageActions
{
    /// <summary>Newest first.</summary>
    IReadOnlyList<VintageStatus> List();

    /// <summary>Publishes a held build.</summary>
    Task Approve(string runId, string who, CancellationToken cancellation);

    Task Reject(string runId, string who, string reason, CancellationToken cancellation);

    /// <summary>Readers see this vintage from the next page on, until something is published.</summary>
    Task RollBack(string vintage, string who, CancellationToken cancellation);

    /// <summary>What a build changes of what readers saw before it, or before another vintage: one row a changed figure of SDG 1.3.1 and fiscal figure.</summary>
    /// <param name="refArea">Of one country or group; null: of all.</param>
    /// <param name="take">At most so many rows; anomalies come first.</param>
    Task<IReadOnlyList<RevisionRow>> Difference(string vintage, string before, string? refArea, int take, CancellationToken cancellation);

    /// <summary>The same, counted by source and country, those with the most changes first. The sums are those of the run.</summary>
    Task<IReadOnlyList<CountryDifference>> DifferenceByCountry(string vintage, string before, CancellationToken cancellation);
}

/// <summary>How many figures of one country in one source a build adds, changes and takes away.</summary>
/// <param name="RefArea">Empty for series that are gone as a whole; then there are no names.</param>
/// <param name="Anomalies">Of the figures that differ, those a person should look at.</param>
public sealed record CountryDifference(
    string SourceId, string RefArea, string NameEn, string NameFr, string NameEs, long Added, long Changed, long Withdrawn, long Anomalies);

/// <summary>One figure that was added, changed or withdrawn.</summary>
/// <param name="RefArea">Empty where a whole series is gone; so is <paramref name="TimePeriod"/> 0.</param>
/// <param name="Change">added, changed or withdrawn.</param>
/// <param name="Anomaly">Why a person should look; null where nothing is odd.</param>
public sealed record RevisionRow(
    string SourceId, string SeriesCode, string RefArea, int TimePeriod, string Sex, double? ValueBefore, double? ValueAfter, string Change, RevisionAnomaly? Anomaly);

/// <summary>Why a person should look at a changed figure before readers do.</summary>
public enum RevisionAnomaly
{
    /// <summary>A percentage that changed by more than 15 points (methods, rule 9.4.3, the wider half of it).</summary>
    MoreThan15Points,

    /// <summary>Anything else that changed by more than half of what it was.</summary>
    MoreThanHalf,

    /// <summary>A figure that the newer release has no more.</summary>
    ValueGone,

    /// <summary>A series that the newer release has no more.</summary>
    SeriesGone,

    /// <summary>A step from one year to the next that the coverage figures call a break.</summary>
    Break,
}
