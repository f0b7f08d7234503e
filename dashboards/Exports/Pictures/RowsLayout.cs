using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>A row of a ranking or a dumbbell: <paramref name="Y"/> is its middle.</summary>
public sealed record RowsRow(ChartMark Mark, IReadOnlyList<string> Label, IReadOnlyList<string> Value, double Y, double Height);

/// <summary>Where the rows of a ranking or a dumbbell stand. All of them: the letters get smaller, then the drawing taller.</summary>
public sealed class RowsLayout
{
    /// <summary>Sizes of letters that are tried, the last of which can still be read on paper.</summary>
    private static readonly double[] Sizes = [15, 14, 13, 12, 11, 10];

    private const double AxisHeight = 17;
    private const double LineHeight = 1.2;
    private const double MostOfLabels = 0.4;
    private const double MostOfValues = 0.3;
    private const double Gutter = 12;
    private const double TallestRow = 42;
    private const double Comfortable = 12;

    private RowsLayout(ChartSpec spec, PictureBox box, double size, double? heightToFill)
    {
        Size = size;
        Axis = (spec.Values ?? ChartAxis.Percent()).Covering(spec.ValuesOf().OfType<double>());
        var labels = Math.Min(TextRows.Widest(spec.Marks.Select(mark => mark.Label), size, isBold: true), box.Width * MostOfLabels);
        var values = Math.Min(TextRows.Widest(spec.Marks.Select(mark => TextOf(spec, mark)), size, isBold: true), box.Width * MostOfValues);
        Track = new(box.X + labels + Gutter, box.Y + AxisHeight, box.Width - labels - values - (2 * Gutter), 0);
        var rows = spec.Marks.Select(mark => (
            Mark: mark,
            Label: TextRows.Wrap(mark.Label, size, labels, mark.IsEmphasised),
            Value: TextRows.Wrap(TextOf(spec, mark), size, values, mark.IsEmphasised))).ToList();
        var needed = rows.Select(row => (Math.Max(Math.Max(row.Label.Count, row.Value.Count), 1) * size * LineHeight) + Padding(size)).ToList();
        var spare = heightToFill is { } height && rows.Count > 0
            ? Math.Clamp((height - AxisHeight - needed.Sum()) / rows.Count, 0, Math.Max(TallestRow - needed.Min(), 0)) : 0;
        var placed = new List<RowsRow>();
        var y = Track.Y;
        foreach (var ((mark, label, value), rowHeight) in rows.Zip(needed))
        {
            placed.Add(new(mark, label, value, y + ((rowHeight + spare) / 2), rowHeight + spare));
            y += rowHeight + spare;
        }

        Rows = placed;
        Track = Track with { Height = y - Track.Y };
        Height = y - box.Y;
    }

    public ChartAxis Axis { get; }

    /// <summary>Where the dots are; left of it the names, right of it the values.</summary>
    public PictureBox Track { get; }

    public IReadOnlyList<RowsRow> Rows { get; }

    /// <summary>Of the letters.</summary>
    public double Size { get; }

    /// <summary>From the numbers of the axis to the end of the last row.</summary>
    public double Height { get; }

    /// <summary>The largest letters with which all rows fit into the box; with the smallest the rows may be taller than it.</summary>
    public static RowsLayout Fitting(ChartSpec spec, PictureBox box)
    {
        // Rows of one line each are the least there can be: without room for them nothing needs to be broken into lines.
        var size = Sizes.FirstOrDefault(
            candidate => LeastHeight(spec, candidate) <= box.Height && new RowsLayout(spec, box, candidate, null).Height <= box.Height, Sizes[^1]);
        return new(spec, box, size, box.Height);
    }

    /// <summary>As tall as it is comfortable to read.</summary>
    public static RowsLayout Natural(ChartSpec spec, PictureBox box) => new(spec, box, Comfortable, null);

    /// <summary>What is written at the end of a row.</summary>
    public static string TextOf(ChartSpec spec, ChartMark mark) =>
        spec.Kind == ChartKind.Dumbbell ? $"{spec.AgainstTextOf(mark)} → {spec.ValueTextOf(mark)}" : spec.ValueTextOf(mark);

    public double X(double value) => Track.Across(Axis.ShareOf(value));

    private static double Padding(double size) => size < 12 ? 3 : 6;

    private static double LeastHeight(ChartSpec spec, double size) => AxisHeight + (spec.Marks.Count * ((size * LineHeight) + Padding(size)));
}
