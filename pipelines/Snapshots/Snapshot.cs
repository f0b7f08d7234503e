using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>One file of bytes as a source gave it, and its card (<c>file.snapshot.json</c> beside it).</summary>
public sealed partial record Snapshot
{
    /// <summary>The first four: so much is known; the last: a lower bound.</summary>
    public static readonly IReadOnlyList<string> Precisions = ["day", "month", "quarter", "year", "not_before"];

    public required string SourceId { get; init; }

    /// <summary>The source's name for the release.</summary>
    public required string Vintage { get; init; }

    /// <summary>Orders the vintages of one source.</summary>
    public required DateOnly ReleasedOn { get; init; }

    /// <summary>How much of <see cref="ReleasedOn"/> is known: one of <see cref="Precisions"/>. What is finer is filling.</summary>
    public required string ReleasedOnPrecision { get; init; }

    /// <summary>How the date is known.</summary>
    public string? ReleasedOnBasis { get; init; }

    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>What <see cref="RetrievedAt"/> is the time of.</summary>
    public string? RetrievedAtBasis { get; init; }

    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Of the file as stored, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Data lines, header not counted.</summary>
    public required long Rows { get; init; }

    public string? Citation { get; init; }

    public string? Notes { get; init; }

    /// <summary>Where it was fetched; of an embedded one, where the agency shows it.</summary>
    public string? Url { get; init; }

    /// <summary>What the agency called these bytes, where one request gave all of them.</summary>
    public string? Etag { get; init; }

    /// <summary>As the agency wrote it, where one request gave all.</summary>
    public string? LastModified { get; init; }

    /// <summary>Of the unpacked text; null on cards of before.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>Where the card lies.</summary>
    public string CardPath { get; private init; } = "";

    /// <summary>Where the bytes lie.</summary>
    public string FilePath => Path.Combine(Path.GetDirectoryName(CardPath)!, FileName);

    /// <summary><c>worldbank_wdi 2026-07</c>, for messages.</summary>
    public string Label => $"{SourceId} {Vintage}";

    /// <exception cref="SnapshotException">The card cannot be read or lacks a field.</exception>
    public static Snapshot Read(string cardPath)
    {
        try
        {
            var snapshot = JsonSerializer.Deserialize<Snapshot>(File.ReadAllText(cardPath), SourceCard.Json)
                ?? throw new JsonException("The card is empty.");
            snapshot.Check(cardPath);
            return snapshot with { CardPath = cardPath };
        }
        catch (JsonException unreadable)
        {
            throw new SnapshotException($"The snapshot card {cardPath} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Names become parts of relation names and paths, so they are plain.</summary>
    private void Check(string cardPath)
    {
        Plain(cardPath, "source_id", SourceId);
        Plain(cardPath, "vintage", Vintage);
        Plain(cardPath, "file_name", FileName);
        if (!Precisions.Contains(ReleasedOnPrecision))
        {
            throw new SnapshotException($"{cardPath}: released_on_precision is one of {string.Join(", ", Precisions)}, not '{ReleasedOnPrecision}'.");
        }

        if (!Hexadecimal().IsMatch(Sha256))
        {
            throw new SnapshotException($"{cardPath}: sha256 is 64 hexadecimal digits in lower case, not '{Sha256}'.");
        }
    }

    private static void Plain(string cardPath, string field, string value)
    {
        if (!PlainName().IsMatch(value))
        {
            throw new SnapshotException($"{cardPath}: {field} is made of letters, digits, '.', '_' and '-', not '{value}'.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9._-]*\\z")]
    private static partial Regex PlainName();

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Hexadecimal();
}
