namespace SpIndicators.Dashboards.Charts;

/// <summary>
/// A class of values: from <paramref name="From"/> (included) to <paramref name="To"/> (not included, except in the last
/// class). <paramref name="Colour"/> names a custom property of charts.css without its prefix: "gap-1" is --chart-gap-1.
/// </summary>
public sealed record ChartBin(string Key, string Label, double From, double To, string Colour);

/// <summary>Ready scales and the rule by which a value finds its class.</summary>
public static class ChartBins
{
    /// <summary>The key of the class that holds the value; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside every class.</exception>
    public static string? KeyOf(IReadOnlyList<ChartBin> bins, double? value)
    {
        if (value is not { } known)
        {
            return null;
        }

        foreach (var bin in bins)
        {
            var isLast = ReferenceEquals(bin, bins[^1]);
            if (known >= bin.From && (known < bin.To || (isLast && known <= bin.To)))
            {
                return bin.Key;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), known, $"The classes run from {bins[0].From} to {bins[^1].To}.");
    }

    /// <summary>
    /// Classes between the given bounds, coloured from light to dark along a scale of charts.css ("gap" or "coverage").
    /// <paramref name="label"/> writes a class from its bounds, in the reader's language.
    /// </summary>
    public static IReadOnlyList<ChartBin> Between(
        IReadOnlyList<double> bounds, string scale, Func<double, double, string> label)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bounds.Count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bounds.Count, ColoursPerScale + 1);
        return
        [
            .. Enumerable.Range(0, bounds.Count - 1).Select(i => new ChartBin(
                $"b{i + 1}", label(bounds[i], bounds[i + 1]), bounds[i], bounds[i + 1], $"{scale}-{i + 1}")),
        ];
    }

    /// <summary>charts.css defines that many steps of each scale.</summary>
    public const int ColoursPerScale = 6;
}
