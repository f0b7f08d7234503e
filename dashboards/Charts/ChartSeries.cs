namespace SpIndicators.Dashboards.Charts;

/// <summary>
/// A line of a line chart. <paramref name="IsSecondary"/> draws it thin and dashed: another release of the same figure,
/// a comparator. <paramref name="Colour"/> names a custom property of charts.css without its prefix ("series-1" …
/// "series-6"); series that belong together share it.
/// </summary>
public sealed record ChartSeries(string Key, string Label, string Colour, bool IsSecondary = false);

/// <summary>A flag and the sign it is drawn with.</summary>
public sealed record ChartFlag(string Key, string Label, ChartFlagShape Shape);

/// <summary>Signs lie around or across one another, so that a mark may carry them all.</summary>
public enum ChartFlagShape
{
    /// <summary>A small filled dot in the middle.</summary>
    Dot,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A square around the mark.</summary>
    Square,

    /// <summary>A stroke across the mark.</summary>
    Slash,
}

/// <summary>An axis from <paramref name="Min"/> to <paramref name="Max"/> with the ticks that are written.</summary>
public sealed record ChartAxis(double Min, double Max, IReadOnlyList<ChartTick> Ticks)
{
    /// <summary>Equal lengths multiply by the same factor; only positive values have a place on it.</summary>
    public bool IsLog { get; init; }

    /// <summary>0 to 100 in steps of 20 or 25; only digits, hence the same in every language.</summary>
    public static ChartAxis Percent(int step = 20) => new(0, 100,
        [.. Enumerable.Range(0, (100 / step) + 1).Select(i => new ChartTick(i * step, Digits(i * step)))]);

    /// <summary>Whole years from the first to the last, at most <paramref name="atMost"/> of them written.</summary>
    public static ChartAxis OfYears(int first, int last, int atMost = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        int[] steps = [1, 2, 5, 10, 20, 25, 50, 100];
        var step = steps.First(candidate => (last - first) / candidate < atMost || candidate == steps[^1]);
        var years = Enumerable.Range(first, last - first + 1).Where(year => year % step == 0);
        return new(first, last, [.. years.Select(year => new ChartTick(year, Digits(year)))]);
    }

    /// <summary>Round steps of 1, 2 or 5 around the values, about <paramref name="about"/> of them written; one value gets room on both sides.</summary>
    /// <param name="fromZero">The axis begins (or ends) at nought: for lengths, which lie otherwise.</param>
    public static ChartAxis Round(double min, double max, Func<double, string> label, bool fromZero = true, int about = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        ArgumentOutOfRangeException.ThrowIfLessThan(about, 1);
        (min, max) = fromZero ? (Math.Min(min, 0), Math.Max(max, 0)) : (min, max);
        (min, max) = min == max ? (min - 1, max + 1) : (min, max);
        var rough = (max - min) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * new[] { 1.0, 2, 5, 10 }.First(factor => power * factor >= rough * 0.999);
        var (first, last) = (Math.Floor(min / step), Math.Ceiling(max / step));
        ChartTick[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Rounded((first + i) * step)).Select(at => new ChartTick(at, label(at)))];
        return new(ticks[0].At, ticks[^1].At, ticks);

        // 3 × 0.1 is not 0.3 in binary.
        double Rounded(double at) => Math.Round(at, Math.Clamp(2 - (int)Math.Floor(Math.Log10(step)), 0, 15));
    }

    /// <summary>Powers of ten from the largest that is not above the least value on; for positive values that lie far apart.</summary>
    public static ChartAxis Powers(double min, double max, Func<double, string> label)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(min);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        var first = (int)Math.Floor(Math.Log10(min));
        var last = Math.Max((int)Math.Ceiling(Math.Log10(max)), first + 1);
        ChartTick[] ticks = [.. Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(10, power)).Select(at => new ChartTick(at, label(at)))];
        return new(ticks[0].At, ticks[^1].At, ticks) { IsLog = true };
    }

    /// <summary>The same axis, long enough for every value: nothing is cut off because it is unexpected.</summary>
    internal ChartAxis Covering(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Length == 0 ? this : this with { Min = Math.Min(Min, all.Min()), Max = Math.Max(Max, all.Max()) };
    }

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A written place on an axis.</summary>
public sealed record ChartTick(double At, string Label);
