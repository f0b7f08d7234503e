using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Fetching.Landing;

/// <summary>The card of a fetched snapshot, with the fields of the embedded ones and how it was fetched.</summary>
internal sealed record LandedCard
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        // A card is a file of its own, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string SourceId { get; init; }

    public string Vintage { get; init; } = "";

    public required DateOnly ReleasedOn { get; init; }

    public string ReleasedOnPrecision { get; } = "day";

    public required string ReleasedOnBasis { get; init; }

    public required DateTimeOffset RetrievedAt { get; init; }

    public string RetrievedAtBasis { get; } = "When the last answer had been read.";

    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    public string Sha256 { get; init; } = "";

    public string ContentSha256 { get; init; } = "";

    public long Rows { get; init; }

    public required string Producer { get; init; }

    public required string Title { get; init; }

    public required string Citation { get; init; }

    public required string Licence { get; init; }

    /// <summary>Null: nobody has read it with the data.</summary>
    public string? LicenceUrl { get; init; }

    /// <summary>Under which the agency lets programs ask.</summary>
    public required string? TermsUrl { get; init; }

    public required string? Url { get; init; }

    public required string? Etag { get; init; }

    public required string? LastModified { get; init; }

    public required string ReadFrom { get; init; }

    public required string Notes { get; init; }

    public required IReadOnlyList<LandedRequest> Requests { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <param name="line">What one answer says of itself is kept only where it stands for the whole.</param>
    public static LandedCard Of(AgencyQuestion question, AgencyAnswer answer, AgencyLine line, IEnumerable<RunFetch> requests, string notes, DateTimeOffset now)
    {
        var source = question.Source;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (released, basis) = Release(answer, question.Newest, today);
        return new LandedCard
        {
            SourceId = source.SourceId,
            ReleasedOn = released,
            ReleasedOnBasis = basis,
            RetrievedAt = now,
            Producer = source.Producer,
            Title = source.Title,
            Citation = $"{source.Citation}, retrieved {today.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}",
            Licence = source.Licence,
            TermsUrl = question.Card.TermsUrl,
            Url = line.Url,
            Etag = line.ETag,
            LastModified = line.LastModified,
            ReadFrom = $"{new Uri(line.Url!).Host} ({question.Way.Kind})",
            Notes = notes,
            Requests = [.. requests.Where(r => r.Outcome == AgencyLine.Answered).Select(r => new LandedRequest(r.Url, r.ETag, r.Bytes, r.Sha256, r.Rows))],
        };
    }

    /// <summary>Vintages are put in order by the date of release, so one that was read later is never dated before the last.</summary>
    private static (DateOnly, string) Release(AgencyAnswer answer, Snapshot? newest, DateOnly today) => answer.ReleasedOn switch
    {
        { } printed when printed <= today && !(printed < newest?.ReleasedOn) => (printed, answer.ReleasedOnBasis!),
        { } printed => (today, $"Day on which it was read; the agency prints {printed:yyyy-MM-dd}, which does not lie between the release before and that day."),
        null => (today, "Day on which the agency's service was read; no date of release is printed."),
    };
}

/// <summary>One answer a snapshot was made of.</summary>
internal sealed record LandedRequest(string Url, string? Etag, long? Bytes, string? Sha256, long? Rows);
