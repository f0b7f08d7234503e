namespace SpIndicators.Dashboards.Charts;

/// <summary>Something that happened in a year and that a line is read against: a ratification, a reform.</summary>
/// <param name="Label">What, in a few words: it is written in the drawing, or stands for the event in the summary.</param>
/// <param name="Detail">The whole of it, and whether it was verified: for the tooltip, the list and the table.</param>
/// <param name="IsUncertain">Not verified at its source: drawn dashed.</param>
public sealed record ChartEvent(int Year, string Label, string Detail, bool IsUncertain = false)
{
    public ChartEventKind Kind { get; init; }

    /// <summary>The document it was read in; null where the detail says it.</summary>
    public string? Source { get; init; }

    /// <summary>Where that document lies, on somebody else's site.</summary>
    public string? Href { get; init; }
}

/// <summary>Each kind has a sign of its own shape.</summary>
public enum ChartEventKind
{
    /// <summary>A diamond with its label.</summary>
    Ratification,

    /// <summary>A triangle with its number in the list: there may be many.</summary>
    Reform,
}

/// <summary>What is said around events, in the reader's language.</summary>
public sealed record ChartEventWords
{
    /// <summary>Above the list: "Reforms and ratifications".</summary>
    public required string Title { get; init; }

    /// <summary>Under the list: what the events do not prove.</summary>
    public required string Note { get; init; }

    public required string Ratification { get; init; }

    public required string Reform { get; init; }

    /// <summary>Of an event that found no place in the drawing.</summary>
    public required string NotDrawn { get; init; }

    /// <summary>Before the document: "Source:".</summary>
    public required string Source { get; init; }

    public string NameOf(ChartEventKind kind) => kind == ChartEventKind.Reform ? Reform : Ratification;
}
