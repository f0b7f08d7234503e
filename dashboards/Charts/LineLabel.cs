using System.Globalization;

namespace SpIndicators.Dashboards.Charts;

/// <summary>
/// The name of a line in one or two rows of text beside the drawing. <paramref name="Top"/> is its upper edge in percent
/// of the drawing's height; <paramref name="End"/> is the last value of the line.
/// </summary>
public sealed record LineLabel(LineTrace Trace, LinePoint End, IReadOnlyList<string> Rows, double Top)
{
    /// <summary>Height of a row: 1.05rem of the 20rem that charts.css gives the drawing.</summary>
    public const double RowHeight = 5.25;

    private const double Air = 1.5;
    private const int LettersInRow = 22;
    private const double Highest = -6;
    private const double Lowest = 106;

    /// <summary>Height of a row in a drawing of another height, in percent of it.</summary>
    public double RowShare { get; init; } = RowHeight;

    private double Height => (Rows.Count * RowShare) + Air;

    private double Wanted => End.Y - (Height / 2);

    /// <summary>Labels near the ends of their lines, none over another; none at all where there is no room.</summary>
    public static IReadOnlyList<LineLabel> Spread(IEnumerable<LineTrace> traces, double rowShare = RowHeight)
    {
        var labels = traces
            .Where(trace => trace.Points.Count > 0)
            .Select(trace => new LineLabel(trace, trace.Points[^1], Wrap(trace.Series.Label), 0) { RowShare = rowShare })
            .OrderBy(label => label.End.Y)
            .ToList();
        return labels.Sum(label => label.Height) > Lowest - Highest ? [] : Place(labels);
    }

    // Labels that would overlap join into a pile, which stands where its members would stand on average; a pile that
    // then touches the one above joins it in turn.
    private static List<LineLabel> Place(List<LineLabel> labels)
    {
        var piles = new List<List<LineLabel>>();
        foreach (var label in labels)
        {
            List<LineLabel> pile = [label];
            while (piles.Count > 0 && TopOf(piles[^1]) + HeightOf(piles[^1]) > TopOf(pile))
            {
                pile = [.. piles[^1], .. pile];
                piles.RemoveAt(piles.Count - 1);
            }

            piles.Add(pile);
        }

        return [.. piles.SelectMany(Stack)];
    }

    private static IEnumerable<LineLabel> Stack(List<LineLabel> pile)
    {
        var top = TopOf(pile);
        foreach (var label in pile)
        {
            yield return label with { Top = top };
            top += label.Height;
        }
    }

    private static double HeightOf(List<LineLabel> pile) => pile.Sum(label => label.Height);

    private static double TopOf(List<LineLabel> pile)
    {
        var before = 0.0;
        var sum = 0.0;
        foreach (var label in pile)
        {
            sum += label.Wanted - before;
            before += label.Height;
        }

        return Math.Clamp(sum / pile.Count, Highest, Math.Max(Highest, Lowest - before));
    }

    // Two rows at most; what does not fit is cut, and the legend and the table have it whole.
    private static List<string> Wrap(string label)
    {
        var rows = new List<string> { "" };
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = rows[^1].Length == 0 ? word : $"{rows[^1]} {word}";
            if (LettersOf(longer) <= LettersInRow || rows[^1].Length == 0)
            {
                rows[^1] = longer;
            }
            else
            {
                rows.Add(word);
            }
        }

        return rows.Count <= 2 ? [.. rows.Select(Cut)] : [Cut(rows[0]), Cut(string.Join(' ', rows.Skip(1)))];
    }

    private static int LettersOf(string text) => new StringInfo(text).LengthInTextElements;

    private static string Cut(string row)
    {
        var letters = new StringInfo(row);
        return letters.LengthInTextElements <= LettersInRow ? row : letters.SubstringByTextElements(0, LettersInRow - 1) + "…";
    }
}
