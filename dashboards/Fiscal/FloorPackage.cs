namespace SpIndicators.Dashboards.Fiscal;

/// <summary>
/// Cost and gap of the illustrative floor package of one country, in per cent of its GDP (a row of
/// <c>indicators.package</c>).
/// </summary>
public sealed class FloorPackage
{
    public string RefArea { get; init; } = "";

    public short? TimePeriod { get; init; }

    public long Benefits { get; init; }

    /// <summary>Benefits of which it is known how many people receive them.</summary>
    public long BenefitsKnown { get; init; }

    /// <summary>Their share of the cost.</summary>
    public double? KnownCostShare { get; init; }

    public double? Cost { get; init; }

    /// <summary>Benefits with unknown coverage counted as no gap.</summary>
    public double? Gap { get; init; }

    /// <summary>The same benefits counted as all gap.</summary>
    public double? GapHigh { get; init; }

    public string? NoData { get; init; }

    public string GapFlags { get; init; } = "";

    public IReadOnlyList<string> FlagList => GapFlags.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>From where to where the gap lies; null where none is stated.</summary>
    public GapSpan? Span => Gap is { } low ? new(low, GapHigh) : null;
}

/// <summary>One benefit of the package (a row of <c>indicators.package_benefit</c>), in per cent of GDP.</summary>
public sealed class FloorBenefit
{
    public string Benefit { get; init; } = "";

    public double? Persons { get; init; }

    public double? Cost { get; init; }

    public double? Coverage { get; init; }

    public short? CoverageYear { get; init; }

    public double? Gap { get; init; }

    /// <summary>Who is counted, where a parameter of the package says so: up to this age.</summary>
    public int? AgeTo { get; init; }

    /// <summary>From this age.</summary>
    public int? AgeFrom { get; init; }
}
