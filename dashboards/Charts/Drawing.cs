using System.Globalization;

namespace SpIndicators.Dashboards.Charts;

/// <summary>What the drawings share: numbers as SVG reads them, places on an axis, classes of charts.css, signs.</summary>
internal static class Drawing
{
    /// <summary>The published number, to the last digit, with a point: for data-value.</summary>
    public static string? Exact(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A coordinate: two digits are finer than any screen.</summary>
    public static string Number(double value) =>
        Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    /// <summary>A coordinate in percent of the drawing's width or height.</summary>
    public static string Percent(double share) => Number(share) + "%";

    /// <summary>Percent of the way from the axis' beginning to its end.</summary>
    public static double ShareOf(this ChartAxis axis, double value)
    {
        var (from, to, at) = axis.IsLog ? (Math.Log10(axis.Min), Math.Log10(axis.Max), Math.Log10(value)) : (axis.Min, axis.Max, value);
        return to > from ? 100 * (at - from) / (to - from) : 50;
    }

    /// <summary>The value as it is read, with its year where rows are of several, or what is said in its place.</summary>
    public static string ValueTextOf(this ChartSpec spec, ChartMark mark)
    {
        if (mark.Value is null)
        {
            return mark.InsteadOfValue ?? spec.Words.NoData;
        }

        var value = mark.ValueLabel ?? Exact(mark.Value)!;
        return spec.SaysYears && mark.TimePeriod is { } year ? $"{value} ({Number(year)})" : value;
    }

    /// <summary>What the value is held against as it is read, or the statement that there is nothing.</summary>
    public static string AgainstTextOf(this ChartSpec spec, ChartMark mark) =>
        mark.Against is null ? spec.Words.NoData : mark.AgainstLabel ?? Exact(mark.Against)!;

    /// <summary>The class that charts.css colours a bin by.</summary>
    public static string ClassOf(ChartBin bin) => $"bin-{bin.Colour}";

    /// <summary>All numbers that the axis of the values must hold.</summary>
    public static IEnumerable<double?> ValuesOf(this ChartSpec spec) =>
        spec.Kind == ChartKind.Dumbbell ? spec.Marks.SelectMany(mark => new[] { mark.Value, mark.Against }) : spec.Marks.Select(mark => mark.Value);

    /// <summary>Colour class and emphasis of a mark.</summary>
    public static string ClassOf(this ChartSpec spec, ChartMark mark)
    {
        var colour = spec.Bins.FirstOrDefault(bin => bin.Key == mark.Bin) is { } bin ? ClassOf(bin) : "unbinned";
        return mark.IsEmphasised ? $"{colour} emphasised" : colour;
    }

    /// <summary>Those flags of a mark that are drawn.</summary>
    public static IReadOnlyList<ChartFlag> DrawnFlagsOf(this ChartSpec spec, ChartMark mark) =>
        mark.Flags.Count == 0 ? [] : [.. spec.Flags.Where(flag => mark.Flags.Contains(flag.Key))];

    /// <summary>How much room the longest of some texts needs, in the three sizes that charts.css knows.</summary>
    public static string RoomFor(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty(0).Max() switch
    {
        <= 4 => "short",
        <= 12 => "medium",
        _ => "long",
    };

    /// <summary>
    /// A picture is one thing to a screen reader, and links inside it would be lost; a picture with links is a group.
    /// </summary>
    public static string RoleOf(this ChartSpec spec) => spec.Marks.Any(mark => mark.Href is not null) ? "group" : "img";
}
