using System.Globalization;

namespace SpIndicators.Dashboards.Charts;

/// <summary>An area of a scatter, placed in percent of the drawing from its top left corner.</summary>
public sealed record ScatterPoint(ChartMark Mark, double X, double Y);

/// <summary>The name beside a point; <paramref name="IsBefore"/> puts it on the left.</summary>
public sealed record ScatterLabel(ScatterPoint Point, string Text, bool IsBefore);

/// <summary>Where the points of a scatter stand and which of them bear their names.</summary>
public sealed class ScatterLayout
{
    /// <summary>Longer names are cut, or they would leave a narrow drawing; the tooltip and the table have them whole.</summary>
    public const int LettersInLabel = 20;

    // Guesses in percent of a wide drawing: half a line of text, and a letter.
    private const double LineHeight = 5;
    private const double LetterWidth = 0.9;

    private ScatterLayout(ChartSpec spec)
    {
        var known = spec.Marks.Where(mark => mark is { Value: not null, Against: not null }).ToList();
        Values = (spec.Values ?? ChartAxis.Percent()).Covering(known.Select(mark => mark.Value!.Value));
        Across = (spec.Across ?? ChartAxis.Percent()).Covering(known.Select(mark => mark.Against!.Value));
        // The chosen ones are drawn last, so that no other lies over them.
        Points =
        [
            .. known.OrderBy(mark => mark.IsEmphasised)
                .Select(mark => new ScatterPoint(mark, Across.ShareOf(mark.Against!.Value), 100 - Values.ShareOf(mark.Value!.Value))),
        ];
        Labels = Spread(Named());
    }

    public ChartAxis Values { get; }

    public ChartAxis Across { get; }

    public IReadOnlyList<ScatterPoint> Points { get; }

    /// <summary>Of the chosen areas, or of the outermost where none is chosen; none that would lie over another.</summary>
    public IReadOnlyList<ScatterLabel> Labels { get; }

    public static ScatterLayout Of(ChartSpec spec) => new(spec);

    private IEnumerable<ScatterPoint> Named()
    {
        var chosen = Points.Where(point => point.Mark.IsEmphasised).ToList();
        return chosen.Count > 0 ? chosen
            : new[] { Alone(p => p.Y), Alone(p => -p.X), Alone(p => -p.Y), Alone(p => p.X) }.OfType<ScatterPoint>().Distinct();
    }

    /// <summary>The point that is first by a measure; null where several share that place, since none of them is the one.</summary>
    private ScatterPoint? Alone(Func<ScatterPoint, double> measure) =>
        Points.OrderBy(measure).Take(2).ToList() is [var first, ..] two && (two.Count == 1 || measure(two[0]) < measure(two[1])) ? first : null;

    private static List<ScatterLabel> Spread(IEnumerable<ScatterPoint> points)
    {
        var labels = new List<ScatterLabel>();
        foreach (var point in points)
        {
            var text = Cut(point.Mark.Label);
            var wanted = new ScatterLabel(point, text, point.X > 50);
            // A drawing can be as narrow as a telephone: on the other side there is room only near the middle.
            var other = Math.Abs(point.X - 50) < 10 ? wanted with { IsBefore = !wanted.IsBefore } : wanted;
            if (new[] { wanted, other }.FirstOrDefault(candidate => !labels.Exists(placed => Overlap(placed, candidate))) is { } free)
            {
                labels.Add(free);
            }
        }

        return labels;
    }

    private static bool Overlap(ScatterLabel one, ScatterLabel two)
    {
        var ((from, to), (start, end)) = (SpanOf(one), SpanOf(two));
        return Math.Abs(one.Point.Y - two.Point.Y) < LineHeight && from < end && start < to;
    }

    private static (double From, double To) SpanOf(ScatterLabel label)
    {
        var width = (label.Text.Length + 2) * LetterWidth;
        return label.IsBefore ? (label.Point.X - width, label.Point.X) : (label.Point.X, label.Point.X + width);
    }

    private static string Cut(string name)
    {
        var letters = new StringInfo(name);
        return letters.LengthInTextElements <= LettersInLabel ? name : letters.SubstringByTextElements(0, LettersInLabel - 1).TrimEnd() + "…";
    }
}
