namespace SpIndicators.Dashboards.Values;

/// <summary>One value of one indicator, with where it comes from (a row of <c>indicators.indicator_value</c>).</summary>
public sealed class ValueRow
{
    public string IndicatorId { get; init; } = "";

    public string RefArea { get; init; } = "";

    /// <summary>The year the value is about.</summary>
    public short TimePeriod { get; init; }

    /// <summary><c>_T</c>, <c>F</c> or <c>M</c>.</summary>
    public string Sex { get; init; } = "";

    /// <summary><c>_Z</c> where the indicator has none.</summary>
    public string Contingency { get; init; } = "";

    public double ObsValue { get; init; }

    public string UnitMeasure { get; init; } = "";

    /// <summary>SDMX: A normal, B break, E estimated, F forecast …</summary>
    public string ObsStatus { get; init; } = "";

    /// <summary>Between bars: <c>unverified|ppp_line</c>.</summary>
    public string Flags { get; init; } = "";

    /// <summary>Grade of confidence, A to D; the rule is on the methods page.</summary>
    public string Confidence { get; init; } = "";

    public string SourceId { get; init; } = "";

    public string Vintage { get; init; } = "";

    public string SeriesCode { get; init; } = "";

    public IReadOnlyList<string> FlagList => Flags.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
