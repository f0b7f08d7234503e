namespace SpIndicators.Dashboards.Values;

/// <summary>How values spread: the least, the five bounds of sixths, the greatest.</summary>
public sealed class ValueSpread
{
    public double Lowest { get; init; }

    public double First { get; init; }

    public double Second { get; init; }

    /// <summary>The median.</summary>
    public double Third { get; init; }

    public double Fourth { get; init; }

    public double Fifth { get; init; }

    public double Highest { get; init; }

    public bool HasBothSigns => Lowest < 0 && Highest > 0;

    /// <summary>Far more small values than large ones: amounts of money, head counts.</summary>
    public bool IsSkewed => Lowest >= 0 && Third < Highest / 4;

    public IReadOnlyList<double> Sixths => [First, Second, Third, Fourth, Fifth];
}

/// <summary>Bounds of classes for a map of any indicator: round numbers between which about equally many values lie.</summary>
public static class ValueClasses
{
    private static readonly double[] OfShares = [0, 10, 25, 50, 75, 90, 100];
    private static readonly double[] Leading = [1, 1.5, 2, 3, 5, 7, 10];

    /// <summary>From the least to the greatest, each value inside; two at least.</summary>
    /// <param name="isShare">Per cent or points of a hundred: the classes of the coverage maps, so that maps can be laid side by side.</param>
    public static IReadOnlyList<double> Bounds(ValueSpread spread, bool isShare)
    {
        ArgumentNullException.ThrowIfNull(spread);
        if (isShare && spread is { Lowest: >= 0, Highest: >= 60 and <= 100 })
        {
            return OfShares;
        }

        if (spread.HasBothSigns)
        {
            return AroundZero(spread);
        }

        return spread.IsSkewed ? Between(0, Up(spread.Highest), spread.Sixths.Select(Near)) : OnGrid(spread);
    }

    /// <summary>
    /// The colour of each class between the bounds. On both sides of nought two hues, pale near it; else one hue from pale to strong.
    /// What is better is blue and what is worse is orange, as coverage and gap are; what is neither is violet.
    /// </summary>
    public static IReadOnlyList<string> Colours(IReadOnlyList<double> bounds, string direction)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var classes = bounds.Count - 1;
        if (bounds[0] < 0 && bounds[^1] > 0)
        {
            var zero = bounds.ToList().IndexOf(0);
            var (below, above) = direction switch { "up" => ("gap", "coverage"), "down" => ("coverage", "gap"), _ => ("plain", "coverage") };
            return [.. Enumerable.Range(0, classes).Select(i => i < zero ? $"{below}-{(2 * (zero - i)) - 1}" : $"{above}-{(2 * (i - zero)) + 1}")];
        }

        var scale = direction switch { "up" => "coverage", "down" => "gap", _ => "plain" };
        // Few classes take their colours from the whole scale.
        return [.. Enumerable.Range(0, classes).Select(i => $"{scale}-{(classes == 1 ? 4 : 1 + (int)Math.Round(i * 5.0 / (classes - 1), MidpointRounding.AwayFromZero))}")];
    }

    private static IReadOnlyList<double> AroundZero(ValueSpread spread)
    {
        var farthest = Math.Max(-spread.Lowest, spread.Highest);
        var far = Near(Math.Max(Math.Abs(spread.First), Math.Abs(spread.Fifth)));
        far = far > 0 && far < farthest ? far : Near(farthest / 2);
        var close = Near(far / 3);
        return Between(-Up(-spread.Lowest), Up(spread.Highest), [-far, -close, 0, close, far]);
    }

    private static IReadOnlyList<double> OnGrid(ValueSpread spread)
    {
        var range = spread.Highest - spread.Lowest;
        if (range <= 0)
        {
            return [Math.Floor(spread.Lowest), Math.Floor(spread.Lowest) + 1];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(range / 20)));
        var step = power * new[] { 1.0, 2, 5, 10 }.First(factor => power * factor >= range / 20 * 0.999);
        double At(double steps) => Math.Round(steps * step, 12);
        return Between(At(Math.Floor(spread.Lowest / step)), At(Math.Ceiling(spread.Highest / step)), spread.Sixths.Select(value => At(Math.Round(value / step))));
    }

    private static IReadOnlyList<double> Between(double lowest, double highest, IEnumerable<double> inner) =>
        [lowest, .. inner.Where(bound => bound > lowest && bound < highest).Distinct().Order(), highest > lowest ? highest : lowest + 1];

    /// <summary>The nearest number that begins 1, 1.5, 2, 3, 5 or 7 and ends in noughts.</summary>
    private static double Near(double value) => value == 0 ? 0 : Rounded(value, (candidates, size) => candidates.MinBy(candidate => Math.Abs(candidate - size)));

    /// <summary>The next such number that is not below.</summary>
    private static double Up(double value) => value == 0 ? 0 : Rounded(value, (candidates, size) => candidates.First(candidate => candidate >= size * 0.999999999));

    private static double Rounded(double value, Func<IEnumerable<double>, double, double> choose)
    {
        var power = Math.Floor(Math.Log10(Math.Abs(value)));
        var size = Math.Abs(value) / Math.Pow(10, power);
        // 7 × 10⁻² is not 0.07 in binary.
        return Math.Round(Math.Sign(value) * choose(Leading, size) * Math.Pow(10, power), (int)Math.Clamp(2 - power, 0, 15));
    }
}
