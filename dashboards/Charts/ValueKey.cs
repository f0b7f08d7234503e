using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Charts;

/// <summary>Names one published value: by it a mark can be looked up in the warehouse and told with its whole provenance.</summary>
/// <param name="SourceId">Of coverage, which exists in several releases: whose; null for all other indicators.</param>
/// <param name="Vintage">Of coverage: which release of the source.</param>
public sealed record ValueKey(
    string IndicatorId, string RefArea, int TimePeriod, string Sex, string Contingency, string? SourceId = null, string? Vintage = null)
{
    /// <summary>Indicators that every release of coverage has; all others are made from the default release.</summary>
    public static readonly IReadOnlyList<string> OfReleases = ["coverage", "coverage_gap", "people_uncovered"];

    /// <summary>The value of the row that <paramref name="measure"/> shows.</summary>
    public static ValueKey Of(CoverageRow row, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(IndicatorOf(measure), row.RefArea, row.TimePeriod, row.Sex, row.Contingency, row.SourceId, row.Vintage);
    }

    /// <summary>A value that a release does not have; of which year is not known.</summary>
    public static ValueKey Of(Measure measure, string area, string sex, string contingency, ReleaseKey release) =>
        new(IndicatorOf(measure), area, 0, sex, contingency, release.SourceId, release.Vintage);

    public static ValueKey Of(ValueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return OfReleases.Contains(row.IndicatorId)
            ? new(row.IndicatorId, row.RefArea, row.TimePeriod, row.Sex, row.Contingency, row.SourceId, row.Vintage)
            : new(row.IndicatorId, row.RefArea, row.TimePeriod, row.Sex, row.Contingency);
    }

    private static string IndicatorOf(Measure measure) => measure switch
    {
        Measure.Coverage => "coverage",
        Measure.Gap => "coverage_gap",
        Measure.People => "people_uncovered",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "A measure of coverage."),
    };
}
