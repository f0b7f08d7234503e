using System.Text.Json.Serialization;

namespace SpIndicators.Dashboards.Api;

/// <summary>One value with everything needed to trace it. Names in JSON are the columns', in lower snake case.</summary>
internal sealed class ObservationRow
{
    public string IndicatorId { get; init; } = "";
    public string RefArea { get; init; } = "";
    public string? RefAreaName { get; init; }
    public int TimePeriod { get; init; }
    public string Sex { get; init; } = "";
    public string Contingency { get; init; } = "";

    /// <summary>Coverage: as published, even above 100. Gap and people: as derived.</summary>
    public double? ObsValue { get; init; }

    /// <summary>As the pages show it: coverage never above 100.</summary>
    public double? ShownValue { get; init; }

    /// <summary>PT per cent, PP percentage points, PS persons.</summary>
    public string UnitMeasure { get; init; } = "";
    public string? ObsStatus { get; init; }

    /// <summary>capped, stale, break, withdrawn, small_denominator.</summary>
    public IReadOnlyList<string> Flags => FlagText.Split('|', StringSplitOptions.RemoveEmptyEntries);

    [JsonIgnore]
    public string FlagText { get; init; } = "";
    public string? WithdrawnIn { get; init; }
    public string? CommentObs { get; init; }
    public string SourceId { get; init; } = "";
    public string Vintage { get; init; } = "";
    public string SeriesCode { get; init; } = "";

    /// <summary>Of people uncovered: the series the gap was multiplied with.</summary>
    public string? DenominatorSeries { get; init; }
    public double? Denominator { get; init; }
    public string SnapshotSha256 { get; init; } = "";
}
