namespace SpIndicators.Core.Methods;

/// <summary>
/// Arithmetic of SDG 1.3.1 coverage. Rates are per cent, gaps are percentage points, people are persons.
/// The SQL models state the same rules for whole tables; tests hold the two against each other.
/// </summary>
public static class Coverage
{
    /// <summary>Everyone in the reference population is covered.</summary>
    public const double Full = 100;

    /// <summary>
    /// The rate as shown. Recipients can exceed their reference population (Uruguay's poor, 2019: 267 %): such a rate
    /// is shown as 100 and flagged <c>capped</c>; the published value is kept beside it.
    /// </summary>
    public static double Shown(double published) => Math.Min(Checked(published), Full);

    /// <summary>True when the published rate is above 100 and therefore shown as 100.</summary>
    public static bool IsCapped(double published) => Checked(published) > Full;

    /// <summary>Coverage gap in percentage points: 100 minus the rate as shown.</summary>
    public static double GapPoints(double published) => Full - Shown(published);

    /// <summary>
    /// Persons left out: the gap's share of the contingency's own reference population (never of the total population
    /// for a contingency that concerns children, mothers, older or unemployed persons).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The reference population is negative or not a number.</exception>
    public static double PeopleUncovered(double published, double referencePopulation)
    {
        if (!double.IsFinite(referencePopulation) || referencePopulation < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(referencePopulation), referencePopulation, "A population is a number from 0 upwards.");
        }

        return GapPoints(published) / Full * referencePopulation;
    }

    /// <summary>Average change in points a year between two observations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last year is not after the first.</exception>
    public static double AnnualPace(double first, int firstYear, double last, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lastYear, firstYear);
        return (last - first) / (lastYear - firstYear);
    }

    /// <summary>Years until 100 % at a constant pace; null when the pace is zero or negative.</summary>
    public static double? YearsToUniversal(double last, double annualPace) =>
        last >= Full ? 0 : annualPace > 0 ? (Full - last) / annualPace : null;

    private static double Checked(double published) =>
        double.IsFinite(published) && published >= 0
            ? published
            : throw new ArgumentOutOfRangeException(nameof(published), published, "A coverage rate is a number from 0 upwards.");
}
