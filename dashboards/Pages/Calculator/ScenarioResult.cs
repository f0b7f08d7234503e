using SpIndicators.Dashboards.Fiscal;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>One amount in the units people argue in; null where the figure to divide by is not published.</summary>
public sealed record Amount(double OfGdp, double? Usd, double? PerHead, double? OfExpenditure, double? OfRevenue);

/// <summary>One benefit of a scenario.</summary>
/// <param name="Coverage">Per cent covered today; null when unknown, and for groups, whose members differ.</param>
/// <param name="Gap">Null when coverage is unknown; in a group members of unknown coverage count as no gap.</param>
/// <param name="Span">The same with its upper end, where they count as all gap.</param>
public sealed record BenefitResult(string Benefit, double Persons, double? Coverage, int? CoverageYear, Amount Cost, Amount? Gap, GapSpan? Span);

/// <summary>What the reader takes from an option of fiscal space, per cent of GDP a year.</summary>
/// <param name="Wanted">As asked for.</param>
/// <param name="Used">Never more than its potential.</param>
public sealed record MixLine(OptionRow Option, double Wanted, double Used)
{
    /// <summary>Of its potential, from 0 to 1.</summary>
    public double UsedPart => Option.PotentialAYear is > 0 ? Used / Option.PotentialAYear.Value : 0;
}

/// <summary>The gap when one number is a fifth lower or higher; null where that cannot be computed.</summary>
public sealed record SensitivityLine(Knob Knob, double Value, double? Lower, double? Higher)
{
    /// <summary>The larger of the two moves.</summary>
    public double Reach(double gap) => Math.Max(Math.Abs((Lower ?? gap) - gap), Math.Abs((Higher ?? gap) - gap));
}

/// <summary>Everything one scenario comes to, for a country or a group.</summary>
public sealed record ScenarioResult
{
    public required Scenario Scenario { get; init; }

    public required IReadOnlyList<BenefitResult> Benefits { get; init; }

    /// <summary>Benefits of the scenario that cannot be costed here.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required Amount Cost { get; init; }

    /// <summary>Benefits of unknown coverage count as no gap.</summary>
    public required Amount GapAtLeast { get; init; }

    /// <summary>Benefits of unknown coverage count as all gap.</summary>
    public required Amount GapAtMost { get; init; }

    /// <summary>Per cent of the cost that is for benefits of known coverage.</summary>
    public required double KnownCostShare { get; init; }

    /// <summary>False where too little is known to state one gap; the range between the two is still said.</summary>
    public required bool IsGapStated { get; init; }

    /// <summary>Countries that are counted; 1 for a country.</summary>
    public required int Counted { get; init; }

    public required IReadOnlyList<YearCost> Path { get; init; }

    /// <summary>Whose ways a group's way is the sum of; none for a country.</summary>
    public required GroupPath OfGroup { get; init; }

    public required IReadOnlyList<MixLine> Mix { get; init; }

    public Amount? Gap => IsGapStated ? GapAtLeast : null;

    /// <summary>From where to where the gap lies; nobody knows its upper end while a benefit cannot be costed.</summary>
    public GapSpan Span => new(GapAtLeast.OfGdp, Missing.Count > 0 ? null : GapAtMost.OfGdp);

    /// <summary>
    /// What stays open in a group when nobody pays for a neighbour: each member has its own part of every option and keeps what it does
    /// not need. Null for a country, and where no gap is stated.
    /// </summary>
    public required GapSpan? OpenAlone { get; init; }

    public double Raised => Mix.Sum(line => line.Used);

    /// <summary>What the mix leaves open, per cent of GDP; never below 0.</summary>
    public GapSpan? Open => Gap is null ? null : Span.Less(Raised);
}
