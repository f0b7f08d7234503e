using System.Text.Json.Serialization;

namespace SpIndicators.Dashboards.Api;

/// <summary>One value with everything needed to trace it. Names in JSON are the columns', in lower snake case.</summary>
internal sealed record ObservationRow
{
    public string IndicatorId { get; init; } = "";

    /// <summary>Which of the values asked for by their keys.</summary>
    [JsonIgnore]
    public int Place { get; init; }
    public string RefArea { get; init; } = "";
    public string? RefAreaName { get; init; }
    public int TimePeriod { get; init; }
    public string Sex { get; init; } = "";
    public string Contingency { get; init; } = "";

    /// <summary>Coverage: as published, even above 100. Gap and people: as derived.</summary>
    public double? ObsValue { get; init; }

    /// <summary>As the pages show it: coverage never above 100.</summary>
    public double? ShownValue { get; init; }

    /// <summary>A code of the list of units: PT per cent, PP percentage points, PS persons, PT_GDP per cent of GDP.</summary>
    public string UnitMeasure { get; init; } = "";
    public string? ObsStatus { get; init; }

    /// <summary>UN nature of data: C country, CA country adjusted, E estimated, M modelled, G global monitoring.</summary>
    public string? Nature { get; init; }

    /// <summary>What to mind; the answer says each in words.</summary>
    public IReadOnlyList<string> Flags => FlagText.Split('|', StringSplitOptions.RemoveEmptyEntries);

    [JsonIgnore]
    public string FlagText { get; init; } = "";

    /// <summary>A (nothing to mind) to D, from the flags; null for rows of another release than the default one.</summary>
    public string? Confidence { get; init; }
    public string? WithdrawnIn { get; init; }
    public string? CommentObs { get; init; }

    /// <summary>With <see cref="Vintage"/> the key of the answer's <c>sources</c>: producer, credit, licence, dates.</summary>
    public string SourceId { get; init; } = "";
    public string Vintage { get; init; } = "";
    public string SeriesCode { get; init; } = "";

    /// <summary>Where the producer has it from, as it prints it.</summary>
    public string? SourceDetail { get; init; }

    /// <summary>Of people uncovered: the series the gap was multiplied with.</summary>
    public string? DenominatorSeries { get; init; }

    /// <summary>The same with words, in the language asked for.</summary>
    public string? DenominatorName { get; init; }
    public double? Denominator { get; init; }
    public string SnapshotSha256 { get; init; } = "";
}
