using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>The words under a drawing: its events, its sources and notes, and where the picture comes from. None of them is ever left out.</summary>
internal static class FooterRows
{
    public const double Size = 10.5;

    /// <summary>Rows from the left edge <paramref name="x"/>; their places down come later, when it is known how tall the drawing is.</summary>
    public static IReadOnlyList<PictureRow> Of(ChartSpec spec, PictureFrame frame, double x, double width) =>
    [
        .. Joined([.. Events(spec), .. spec.Footer]).Append(new(frame.Line, frame.Application)).SelectMany(line => Wrap(line, x, width)),
    ];

    // All notes under one label, where the first of them stands: the drawing gets the rows that are saved.
    private static List<ChartFooterLine> Joined(IReadOnlyList<ChartFooterLine> lines)
    {
        var joined = new List<ChartFooterLine>();
        foreach (var line in lines)
        {
            var same = line.Label is null ? -1 : joined.FindIndex(other => other.Label == line.Label);
            if (same < 0)
            {
                joined.Add(line);
            }
            else
            {
                var text = joined[same].Text;
                joined[same] = joined[same] with { Text = text + (text.TrimEnd().EndsWith('.') ? " " : " · ") + line.Text };
            }
        }

        return joined;
    }

    // What the page lists under its drawing, in short: number, year, name, document; whatever is uncertain says it in full.
    private static IEnumerable<ChartFooterLine> Events(ChartSpec spec)
    {
        if (spec.EventWords is not { } words || spec.Events.Count == 0 || spec.Kind != ChartKind.Line)
        {
            return [];
        }

        var layout = LineLayout.Of(spec);
        var numbers = LineEvent.Numbers(spec.Events, layout.Years);
        var drawn = layout.Events.SelectMany(sign => sign.Events).ToHashSet();
        var told = spec.Events.OrderBy(happened => happened.Year).Select(happened => string.Join(' ', new[]
        {
            numbers.TryGetValue(happened, out var number) ? $"{Drawing.Number(number)}." : null,
            Drawing.Number(happened.Year),
            happened.IsUncertain ? happened.Detail : happened.Label,
            happened.Source is null ? null : $"({happened.Source})",
            drawn.Contains(happened) ? null : $"[{words.NotDrawn}]",
        }.Where(part => part is not null)));
        return [new(string.Join(" · ", told), words.Title), new(words.Note)];
    }

    private static IEnumerable<PictureRow> Wrap(ChartFooterLine line, double x, double width)
    {
        var indent = string.IsNullOrEmpty(line.Label) ? 0 : TextWidths.Of(line.Label + " ", Size, isBold: true);
        // A label that leaves no room beside it stands in its own rows.
        var label = indent > width / 2 ? TextRows.Wrap(line.Label!, Size, width, isBold: true).Select(row => new PictureRow("", x, 0, Size, row)) : [];
        return label.Concat(TextRows.Wrap(line.Text, Size, width, indent: indent > width / 2 ? 0 : indent)
            .Select((row, i) => new PictureRow(row, x, 0, Size, i == 0 && indent > 0 && indent <= width / 2 ? line.Label : null)));
    }
}
