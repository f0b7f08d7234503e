namespace SpIndicators.Warehouse.Explaining;

/// <summary>One value, how it is made and what of: enough to compute it again by hand.</summary>
public sealed record Explanation
{
    /// <summary>The published file all of this was read from.</summary>
    public required string Vintage { get; init; }
    public required ExplainedValue Value { get; init; }

    /// <summary>In words and signs, from the indicator's card.</summary>
    public required string Formula { get; init; }

    /// <summary>The same as SQL over the inputs' names.</summary>
    public required string Expression { get; init; }

    /// <summary>The expression with values in place of the names of those inputs of which there is one; the others are listed item by item.</summary>
    public required string WithValues { get; init; }

    public required IReadOnlyList<ExplainedInput> Inputs { get; init; }

    /// <summary>What the expression gives for the inputs shown, computed when asked.</summary>
    public required double? Recomputed { get; init; }

    /// <summary>True when the published value and the recomputed one are the same to one part in a thousand million.</summary>
    public bool Agrees => Value.ObsValue is { } published && Recomputed is { } again
        ? Math.Abs(published - again) <= 1e-9 * Math.Max(1, Math.Abs(published))
        : Value.ObsValue is null && Recomputed is null;
}

/// <summary>The value explained, as <c>indicators.indicator_value</c> has it.</summary>
public sealed class ExplainedValue
{
    public string IndicatorId { get; init; } = "";
    public string Title { get; init; } = "";
    public string RefArea { get; init; } = "";
    public string? RefAreaName { get; init; }
    public int TimePeriod { get; init; }
    public string Sex { get; init; } = "";
    public string Contingency { get; init; } = "";
    public double? ObsValue { get; init; }
    public string UnitMeasure { get; init; } = "";
    public string Unit { get; init; } = "";

    /// <summary>A (nothing to mind) to D.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>Why the grade is not better, in words; empty for A.</summary>
    public IReadOnlyList<string> Reasons { get; internal set; } = [];

    public string Flags { get; init; } = "";
    public string Caveats { get; init; } = "";
}

/// <summary>One number that goes into a formula, with where it comes from.</summary>
public sealed class ExplainedInput
{
    /// <summary>Member of a group, year of a regression; empty when the formula has one of each input.</summary>
    public string Item { get; init; } = "";

    /// <summary>Its name in the expression.</summary>
    public string Input { get; init; } = "";

    /// <summary>What it is, in words.</summary>
    public string Meaning { get; internal set; } = "";
    public double? ObsValue { get; init; }
    public string? UnitMeasure { get; init; }
    public string? ObsStatus { get; init; }
    public string? Flags { get; init; }

    /// <summary>A source of the catalogue, or <c>parameter</c> for a choice of ours.</summary>
    public string SourceId { get; init; } = "";
    public string? Vintage { get; init; }
    public string SeriesCode { get; init; } = "";
    public string? SourceArea { get; init; }
    public int? SourceTimePeriod { get; init; }
    public string? SnapshotSha256 { get; init; }
}
