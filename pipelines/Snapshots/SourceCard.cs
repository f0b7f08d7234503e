using System.Text.Json;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>What is known of a source before any of its files is opened (<c>1_sources/Agency/id.source.json</c>).</summary>
public sealed record SourceCard
{
    /// <summary>Cards, snapshots' cards and indicators' cards are all written in snake_case.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    public required string SourceId { get; init; }

    public required string Producer { get; init; }

    /// <summary>The producer's own, in English; the two others are for readers, not for citations.</summary>
    public required string Title { get; init; }

    public required string TitleFr { get; init; }

    public required string TitleEs { get; init; }

    public required string Citation { get; init; }

    public required string Licence { get; init; }

    /// <summary>The exact credit line the licence asks for.</summary>
    public required string Attribution { get; init; }

    public string? Url { get; init; }

    public string? Cadence { get; init; }

    /// <summary>Columns every file of the source must have, by name; their order does not matter.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Columns that some vintages print.</summary>
    public IReadOnlyList<string> OptionalColumns { get; init; } = [];

    /// <summary>Columns that together name one row.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>How the source spells areas: <c>iso3</c>, <c>m49</c>, <c>imf</c>.</summary>
    public required string AreaScheme { get; init; }

    public required string AreaColumn { get; init; }

    public required string TimeColumn { get; init; }

    /// <summary>Null in wide files and in files of one series.</summary>
    public string? SeriesColumn { get; init; }

    /// <summary>Columns that hold values; more than one makes a wide file, whose cells become rows.</summary>
    public required IReadOnlyList<string> ValueColumns { get; init; }

    /// <summary>Its rows bear no year, so that all of them are kept as rejected: known, and no reason to stop.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Its files come from staff, not from an agency: there may be none.</summary>
    public bool IsUploaded { get; init; }

    /// <summary>How its agency is asked; null where nobody asks it.</summary>
    public FetchCard? Fetch { get; init; }

    public bool IsWide => ValueColumns.Count > 1;

    public static SourceCard Parse(string json) =>
        JsonSerializer.Deserialize<SourceCard>(json, Json) ?? throw new JsonException("An empty source card.");
}
