namespace SpIndicators.Core.Methods;

/// <summary>
/// Cost and gap of an illustrative floor package for one country and year. The SQL models <c>package_benefit</c> and
/// <c>package</c> state the same formula for all countries; a test holds the two against each other. Money is in any one
/// unit, the same for line, GDP and health.
/// </summary>
public static class FloorPackage
{
    /// <summary>One cash benefit and the persons it is for.</summary>
    /// <param name="Persons">Everyone the benefit is for, covered today or not.</param>
    /// <param name="Level">Per cent of the poverty line.</param>
    /// <param name="Months">Months paid in a year, up to twelve.</param>
    /// <param name="Coverage">Per cent covered today, above 100 counts as 100; null when unknown, which is not 0.</param>
    public sealed record Benefit(string Name, double Persons, double Level, double Months, double? Coverage)
    {
        /// <summary>Per cent of the persons that the benefit is to reach: 100 is everyone.</summary>
        public double Target { get; init; } = Methods.Coverage.Full;
    }

    /// <summary>Health spending per head to reach, and public health spending per head today.</summary>
    public sealed record Health(double TargetPerHead, double SpentPerHead, double Population);

    /// <summary>What is shared by all benefits of a country.</summary>
    /// <param name="LineAYear">Poverty line per person and year.</param>
    /// <param name="Administration">Per cent added to benefits.</param>
    public sealed record Country(double LineAYear, double Administration, double Gdp);

    /// <summary>Cost of a benefit for everyone, and the part for those not covered; no gap where coverage is unknown.</summary>
    public sealed record BenefitCost(string Name, double Cost, double? Gap);

    /// <summary>A package: the gap lies between <see cref="GapAtLeast"/> and <see cref="GapAtMost"/>, the same where all coverage is known.</summary>
    /// <param name="GapAtLeast">Benefits of unknown coverage count as no gap.</param>
    /// <param name="GapAtMost">Benefits of unknown coverage count as all gap.</param>
    /// <param name="KnownCostShare">Per cent of the cost that is for benefits of known coverage.</param>
    public sealed record Result(IReadOnlyList<BenefitCost> Benefits, double Cost, double GapAtLeast, double GapAtMost, double KnownCostShare, double Gdp)
    {
        public double CostShareOfGdp => 100 * Cost / Gdp;

        public double GapShareOfGdpAtLeast => 100 * GapAtLeast / Gdp;

        public double GapShareOfGdpAtMost => 100 * GapAtMost / Gdp;
    }

    /// <summary>
    /// Cost = persons × target × line × level × months / 12 × (1 + administration); gap = the part of it for those between
    /// today's coverage and the target.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or none, GDP is not positive, a target is above 100, or a year has more than twelve months.</exception>
    public static Result Of(Country country, IEnumerable<Benefit> benefits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Number(country.Gdp, nameof(country.Gdp)));
        var costs = benefits.Select(b => CostOf(country, b)).ToList();
        var cost = costs.Sum(b => b.Cost);
        var known = costs.Where(b => b.Gap is not null).Sum(b => b.Cost);
        return new Result(
            costs, cost, costs.Sum(b => b.Gap ?? 0), costs.Sum(b => b.Gap ?? b.Cost), cost > 0 ? 100 * known / cost : 0, country.Gdp);
    }

    /// <summary>What is missing to reach the target of health spending; nothing where it is reached.</summary>
    public static double HealthGap(Health health) =>
        Math.Max(0, Number(health.TargetPerHead, nameof(health.TargetPerHead)) - Number(health.SpentPerHead, nameof(health.SpentPerHead)))
        * Number(health.Population, nameof(health.Population));

    /// <summary>Coverage to reach in a year on the way to the target in <paramref name="lastYear"/>, in equal steps; whoever is beyond it stays there.</summary>
    public static double TargetCoverage(double coverage, int firstYear, int year, int lastYear, double target = Coverage.Full)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lastYear, firstYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, firstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, lastYear);
        var shown = Coverage.Shown(coverage);
        return shown + (Math.Max(0, target - shown) * (year - firstYear) / (lastYear - firstYear));
    }

    /// <summary>What everyone's benefit costs in a later year, per cent of that year's GDP: persons move it up, growth moves it down.</summary>
    /// <param name="cost">For everyone, today, per cent of today's GDP.</param>
    /// <param name="persons">Persons then over persons now.</param>
    /// <param name="growth">GDP then over GDP now, at constant prices.</param>
    public static double CostOfYear(double cost, double persons, double growth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Number(growth, nameof(growth)));
        return Number(cost, nameof(cost)) * Number(persons, nameof(persons)) / growth;
    }

    private static BenefitCost CostOf(Country country, Benefit benefit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(benefit.Months, 12);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(benefit.Target, Coverage.Full);
        var cost = Number(benefit.Persons, nameof(benefit.Persons)) * Number(country.LineAYear, nameof(country.LineAYear))
            * Number(benefit.Level, nameof(benefit.Level)) / 100 * Number(benefit.Months, nameof(benefit.Months)) / 12
            * (1 + (Number(country.Administration, nameof(country.Administration)) / 100));
        return new BenefitCost(
            benefit.Name, cost * Number(benefit.Target, nameof(benefit.Target)) / 100,
            benefit.Coverage is { } coverage ? cost * Math.Max(0, benefit.Target - Coverage.Shown(coverage)) / 100 : null);
    }

    private static double Number(double value, string name) =>
        double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "A number from 0 upwards.");
}
