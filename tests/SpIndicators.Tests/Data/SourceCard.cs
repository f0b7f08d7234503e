namespace SpIndicators.Tests.Data;

/// <summary>The card of a source: whose figures, under which terms, and the layout every snapshot of it must have.</summary>
internal sealed record SourceCard
{
    public required string SourceId { get; init; }
    public required string Producer { get; init; }
    public required string Title { get; init; }
    public required string TitleFr { get; init; }
    public required string TitleEs { get; init; }
    public required string Citation { get; init; }
    public required string Licence { get; init; }
    public required string? LicenceNote { get; init; }

    /// <summary>The credit line that pages and exports must carry, word for word.</summary>
    public required string Attribution { get; init; }
    public required Uri? Url { get; init; }
    public required string? Cadence { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Columns that some releases add at the end, all or none of them.</summary>
    public required IReadOnlyList<string> OptionalColumns { get; init; }
    public required IReadOnlyList<string> Key { get; init; }
    public required string AreaScheme { get; init; }
    public required string AreaColumn { get; init; }
    public required string? AreaNameColumn { get; init; }
    public required string TimeColumn { get; init; }

    /// <summary>Null where the value columns themselves are the series.</summary>
    public required string? SeriesColumn { get; init; }
    public required IReadOnlyList<string> ValueColumns { get; init; }

    public bool IsUndated { get; init; }

    /// <summary>Staff bring its files: none comes with the program.</summary>
    public bool IsUploaded { get; init; }

    /// <summary>How the agency is asked; read by what asks it.</summary>
    public System.Text.Json.JsonElement? Fetch { get; init; }
    public required IReadOnlyList<string> Oddities { get; init; }
}
