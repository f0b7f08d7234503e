namespace SpIndicators.Dashboards.Coverage;

/// <summary>One published coverage value with what is said of it (a row of <c>indicators.coverage</c>).</summary>
public sealed class CoverageRow
{
    public string RefArea { get; init; } = "";

    /// <summary>The year the value is about.</summary>
    public short TimePeriod { get; init; }

    /// <summary>As published: can exceed 100.</summary>
    public double ObsValue { get; init; }

    /// <summary>As shown: never above 100.</summary>
    public double Coverage { get; init; }

    /// <summary>100 minus coverage, in points.</summary>
    public double GapPp { get; init; }

    /// <summary>Persons left out; null where no reference population is known.</summary>
    public double? PeopleUncovered { get; init; }

    /// <summary>Which series the reference population is.</summary>
    public string? DenominatorSeries { get; init; }

    public string Contingency { get; init; } = "";

    /// <summary><c>_T</c>, <c>F</c> or <c>M</c>.</summary>
    public string Sex { get; init; } = "";

    public string SourceId { get; init; } = "";

    public string Vintage { get; init; } = "";

    public string SeriesCode { get; init; } = "";

    /// <summary>Between bars: <c>capped|withdrawn</c>.</summary>
    public string Flags { get; init; } = "";

    /// <summary>The later vintage that no longer has this value.</summary>
    public string? WithdrawnIn { get; init; }

    public string? CommentObs { get; init; }

    public IReadOnlyList<string> FlagList => Flags.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
