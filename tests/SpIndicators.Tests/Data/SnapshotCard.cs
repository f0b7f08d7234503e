namespace SpIndicators.Tests.Data;

/// <summary>The card beside a snapshot file. A property that is missing or null where it may not be fails the reading.</summary>
internal sealed record SnapshotCard
{
    public required string SourceId { get; init; }
    public required string Vintage { get; init; }
    public required DateOnly ReleasedOn { get; init; }

    /// <summary>day, month, quarter, year: how much of the date is known; not_before: a lower bound.</summary>
    public required string ReleasedOnPrecision { get; init; }
    public required string ReleasedOnBasis { get; init; }
    public required DateTimeOffset RetrievedAt { get; init; }
    public required string RetrievedAtBasis { get; init; }
    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Data rows; the header is not counted.</summary>
    public required long Rows { get; init; }
    public required string Producer { get; init; }
    public required string Title { get; init; }
    public required string Citation { get; init; }
    public required string Licence { get; init; }

    /// <summary>Null when the address was not read with the data.</summary>
    public required Uri? LicenceUrl { get; init; }
    public required Uri Url { get; init; }
    public required string ReadFrom { get; init; }
    public required string Notes { get; init; }
}
