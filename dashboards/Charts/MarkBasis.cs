namespace SpIndicators.Dashboards.Charts;

/// <summary>What a value that the page worked out itself is about and rests on: a file that is taken away must say it, since no published row does.</summary>
/// <param name="RefArea">Of the value; the mark itself may be a benefit or an option.</param>
/// <param name="TimePeriod">Null where the year is not known.</param>
/// <param name="UnitMeasure">A code of the list of units.</param>
/// <param name="From">Published values that rest on the same inputs; the producers of those are credited, whatever the year.</param>
public sealed record MarkBasis(string RefArea, int? TimePeriod, string UnitMeasure, IReadOnlyList<ValueKey> From)
{
    /// <summary>The published value that this one is under standard settings: told instead where both are the same. Null where there is none of the kind.</summary>
    public ValueKey? Standard { get; init; }

    /// <summary>SDMX: E an estimate, F a forecast.</summary>
    public string ObsStatus { get; init; } = "E";
}
