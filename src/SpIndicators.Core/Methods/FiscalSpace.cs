namespace SpIndicators.Core.Methods;

/// <summary>Arithmetic of fiscal space. Shares are per cent of GDP.</summary>
public static class FiscalSpace
{
    /// <summary>How much debt a low-income country can carry, in the words of the IMF and World Bank's framework.</summary>
    public enum DebtCapacity
    {
        /// <summary>Present value of external debt up to 30 % of GDP.</summary>
        Weak,

        /// <summary>Present value of external debt up to 40 % of GDP.</summary>
        Medium,

        /// <summary>Present value of external debt up to 55 % of GDP.</summary>
        Strong,
    }

    /// <summary>
    /// Room under the threshold of the framework for low-income countries (IMF factsheet, 2023), per cent of GDP, never below 0.
    /// The thresholds are for present values: nominal debt, which is all the embedded data has, must not be put in.
    /// </summary>
    public static double DebtHeadroom(DebtCapacity capacity, double presentValueOfExternalDebt) =>
        Math.Max(0, capacity switch { DebtCapacity.Strong => 55, DebtCapacity.Medium => 40, _ => 30 } - presentValueOfExternalDebt);

    /// <summary>Months of imports that reserves would pay.</summary>
    public static double ReservesInMonths(double reserves, double importsAYear) => 12 * reserves / Positive(importsAYear, nameof(importsAYear));

    /// <summary>Reserves beyond some months of imports, a stock in per cent of GDP.</summary>
    public static double ReservesAbove(double months, double reserves, double importsAYear, double gdp) =>
        100 * Math.Max(0, reserves - (months * importsAYear / 12)) / Positive(gdp, nameof(gdp));

    /// <summary>Taxes raised over the taxes that are the benchmark.</summary>
    public static double TaxEffort(double tax, double capacity) => tax / Positive(capacity, nameof(capacity));

    /// <summary>Taxes short of the benchmark; negative above it.</summary>
    public static double TaxGap(double tax, double capacity) => capacity - tax;

    /// <summary>
    /// What lifting every income to the line would take, per cent of GDP. The gap is a ratio (0.10 is 10 %), the line is per
    /// person and day, GDP in the line's dollars.
    /// </summary>
    public static double PovertyGapCost(double povertyGap, double lineADay, double population, double gdp) =>
        100 * povertyGap * lineADay * 365 * population / Positive(gdp, nameof(gdp));

    /// <summary>A group's share: all amounts over all GDP. Not the mean of the members' shares.</summary>
    /// <exception cref="ArgumentException">The members have no GDP.</exception>
    public static double RatioOfSums(IEnumerable<(double Amount, double Gdp)> members)
    {
        double amounts = 0, gdp = 0;
        foreach (var member in members)
        {
            amounts += member.Amount;
            gdp += member.Gdp;
        }

        return gdp > 0 ? 100 * amounts / gdp : throw new ArgumentException("The members have no GDP.", nameof(members));
    }

    private static double Positive(double value, string name) =>
        double.IsFinite(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "A number above 0.");
}
