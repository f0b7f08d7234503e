namespace SpIndicators.Pipelines.Fetching;

/// <summary>How a source is asked for its figures: the part <c>fetch</c> of its card. A source without it is never asked.</summary>
public sealed record FetchCard
{
    /// <summary>Tried in this order; the next one only where the one before failed.</summary>
    public required IReadOnlyList<FetchWay> Ways { get; init; }

    /// <summary>The terms under which the agency lets programs ask.</summary>
    public required string TermsUrl { get; init; }

    /// <summary>At least so long between two requests to one machine.</summary>
    public required int MinMillisecondsBetweenRequests { get; init; }

    /// <summary>Of one answer, unpacked.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Fewer lines are no release.</summary>
    public required long MinRows { get; init; }

    /// <summary>Codes of which a release has at least one line each.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>No answer for this source was ever recorded: its first fetch is for a person to look at.</summary>
    public bool IsUnverified { get; init; }
}

/// <summary>One service of an agency that gives the figures.</summary>
public sealed record FetchWay
{
    /// <summary>Which fetcher speaks its language.</summary>
    public required string Kind { get; init; }

    /// <summary>The setting that may point elsewhere: a mirror, a test.</summary>
    public required string Base { get; init; }

    /// <summary>Where the setting points unless it was set.</summary>
    public required Uri Address { get; init; }

    /// <summary>Below the base address; {series}, {size}, {page} and {years} are filled in.</summary>
    public required string Path { get; init; }

    /// <summary>What {years} stands for when only some are asked for, with {from} and {to}; null: the service gives all.</summary>
    public string? Years { get; init; }

    /// <summary>What this service has of the source, where that is less than <see cref="FetchCard.Series"/>.</summary>
    public IReadOnlyList<string>? Series { get; init; }

    /// <summary>Codes asked for in one request.</summary>
    public int SeriesPerRequest { get; init; } = 1;

    /// <summary>Lines of one page.</summary>
    public int PageSize { get; init; }

    /// <summary>Series this service does not have are taken over from the newest snapshot; the card of the snapshot says so.</summary>
    public bool KeepsOtherSeries { get; init; }

    /// <summary>The one measure the rows may be of, as the service spells it.</summary>
    public string? Measure { get; init; }

    /// <summary>The indicator's code at the ILO.</summary>
    public string? Indicator { get; init; }

    /// <summary>The ILO's SDMX column with the breakdown besides sex; in its bulk files it is always classif1.</summary>
    public string? Dimension { get; init; }

    /// <summary>Codes of the breakdown, and the words the source has for them. A release has lines of each.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>Fewer fetched lines are no release, where the service has less of the source than the whole; null: the card's number is enough.</summary>
    public long? MinRows { get; init; }

    /// <summary>By series, columns that this service does not print: <c>"LP": {"scale": "6"}</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> SeriesColumns { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}
