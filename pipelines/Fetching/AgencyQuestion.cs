using SpIndicators.Pipelines.Fetching.Rows;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Fetching;

/// <summary>What a fetcher is to bring.</summary>
/// <param name="YearFrom">Null: from the first.</param>
/// <param name="YearTo">Null: to the last.</param>
/// <param name="Newest">The newest snapshot at hand; null when there is none.</param>
internal sealed record AgencyQuestion(SourceCard Source, FetchCard Card, FetchWay Way, int? YearFrom, int? YearTo, Snapshot? Newest)
{
    public bool IsWhole => YearFrom is null && YearTo is null;

    /// <summary>The codes this way has lines of.</summary>
    public IReadOnlyList<string> Series => Way.Series ?? Card.Series;

    /// <summary>The way's path, filled in.</summary>
    public string Path(IEnumerable<string> series, int page = 1)
    {
        var years = IsWhole || Way.Years is null
            ? ""
            : Way.Years.Replace("{from}", $"{YearFrom ?? 1900}", StringComparison.Ordinal).Replace("{to}", $"{YearTo ?? 2100}", StringComparison.Ordinal);
        return Way.Path
            .Replace("{series}", string.Join(';', series.Select(Uri.EscapeDataString)), StringComparison.Ordinal)
            .Replace("{size}", $"{Way.PageSize}", StringComparison.Ordinal)
            .Replace("{page}", $"{page}", StringComparison.Ordinal)
            .Replace("{years}", years, StringComparison.Ordinal);
    }
}

/// <summary>What a fetcher brought.</summary>
internal sealed record AgencyAnswer(SourceRows Rows)
{
    /// <summary>As the agency prints it.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>How the date is known.</summary>
    public string? ReleasedOnBasis { get; init; }

    /// <summary>What is to be known of the lines besides.</summary>
    public string? Notes { get; init; }
}

/// <summary>Speaks the language of one service of one agency.</summary>
internal interface IAgencyFetcher
{
    /// <summary>As cards name it.</summary>
    string Kind { get; }

    /// <returns>Null where the agency says that nothing has changed since the newest snapshot.</returns>
    /// <exception cref="FetchException">What it gave is no release.</exception>
    Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation);
}
