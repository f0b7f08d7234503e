using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>
/// Where everything of a picture stands. Words come first, whole: the drawing gets what they leave, and where that is too
/// little for its marks the picture grows taller.
/// </summary>
public sealed class PictureLayout
{
    public const double TitleSize = 20;
    public const double SubtitleSize = 13;
    public const double UnitSize = 11.5;
    public const double FooterSize = 10.5;
    public const double RuleTop = 18;
    private const double Margin = 24;
    private const double TitleRow = 25;
    private const double SubtitleRow = 17;
    private const double FooterRow = 14;
    private const double Air = 10;

    public PictureLayout(ChartSpec spec, IReadOnlyList<ChartSpec> panels, PictureFrame frame, PictureSize size)
    {
        (Spec, Width) = (spec, size.Width);
        Inner = size.Width - (2 * Margin);
        Panels = panels.Count > 0 ? new PanelsLayout(panels, Inner) : null;
        Lines = spec.Kind == ChartKind.Line && Panels is null ? LineLayout.Of(spec) : null;

        var y = RuleTop + 4;
        Title = Rows(TextRows.Wrap(spec.Title, TitleSize, Inner, isBold: true), ref y, TitleSize, TitleRow);
        Subtitle = Rows(TextRows.Wrap(spec.Subtitle ?? "", SubtitleSize, Inner), ref y, SubtitleSize, SubtitleRow);
        y += Air;
        // A map's unit is that of its colours; the unit of other drawings is that of their axis.
        var unit = TextRows.Wrap(spec.Unit, UnitSize, Inner, isBold: true);
        var isUnitFirst = spec.Kind == ChartKind.Map;
        var unitRows = isUnitFirst ? Rows(unit, ref y, UnitSize, SubtitleRow) : [];
        Legend = PlacedEntry.Flow(LegendEntry.Of(spec, NeedsLegendOfLines()), Margin, y + PlacedEntry.RowHeight - 4, Inner);
        y += Legend.Count == 0 ? 0 : Legend[^1].Y + ((Legend[^1].Rows.Count - 1) * PlacedEntry.RowHeight) + 8 - y;
        Unit = isUnitFirst ? unitRows : Rows(unit, ref y, UnitSize, SubtitleRow);
        y += Air / 2;

        var footer = FooterRows(frame);
        var footerHeight = (footer.Count * FooterRow) + Air;
        var box = new PictureBox(Margin, y, Inner, Math.Max(size.Height - y - Air - footerHeight - Margin, 1));
        Drawing = box with { Height = HeightOf(box, size.IsTall) };
        FooterTop = Drawing.Bottom + Air;
        var bottom = FooterTop + 4;
        Footer = [.. footer.Select(row => row with { Y = bottom += FooterRow })];
        Height = Math.Ceiling(FooterTop + footerHeight + Margin);
        // Rounding must not make a picture that fits a unit taller than what was asked for.
        Height = Math.Abs(Height - size.Height) <= 1 ? size.Height : Height;
        RankRows = spec.Kind is ChartKind.Ranking or ChartKind.Dumbbell
            ? size.IsTall ? RowsLayout.Natural(spec, Drawing) : RowsLayout.Fitting(spec, Drawing) : null;
    }

    public ChartSpec Spec { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left => Drawing.X;

    public double Right => Width - Margin;

    public double FooterTop { get; }

    public IReadOnlyList<PictureRow> Title { get; }

    public IReadOnlyList<PictureRow> Subtitle { get; }

    public IReadOnlyList<PictureRow> Unit { get; }

    public IReadOnlyList<PlacedEntry> Legend { get; }

    public IReadOnlyList<PictureRow> Footer { get; }

    public PictureBox Drawing { get; }

    public LineLayout? Lines { get; }

    public RowsLayout? RankRows { get; }

    public PanelsLayout? Panels { get; }

    private double Inner { get; }

    private double HeightOf(PictureBox box, bool isTall) => Spec.Kind switch
    {
        _ when Panels is not null => isTall ? Panels.Natural : Math.Max(box.Height, Panels.Least),
        ChartKind.Map => isTall ? box.Width * MapShapes.World.Height / MapShapes.World.Width : Math.Max(box.Height, 170),
        ChartKind.Line => isTall ? 380 : Math.Max(box.Height, 170),
        ChartKind.Scatter => isTall ? 480 : Math.Max(box.Height, 190),
        _ => isTall ? RowsLayout.Natural(Spec, box).Height : Math.Max(box.Height, RowsLayout.Fitting(Spec, box).Height),
    };

    // Lines bear their names at their ends, where there is room; a name that is cut there is whole in the legend.
    private bool NeedsLegendOfLines() => Lines is null
        ? Spec.Series.Count > 1
        : Lines.Labels.Count < Lines.Traces.Count || Lines.Labels.Any(label => string.Join(' ', label.Rows) != label.Trace.Series.Label);

    private static List<PictureRow> Rows(IEnumerable<string> texts, ref double y, double size, double rowHeight)
    {
        var rows = new List<PictureRow>();
        foreach (var text in texts)
        {
            y += rowHeight;
            rows.Add(new(text, Margin, y - (rowHeight - size), size));
        }

        return rows;
    }

    // Their places come later, when it is known how tall the drawing is.
    private List<PictureRow> FooterRows(PictureFrame frame) =>
    [
        .. Spec.Footer.SelectMany(line => FooterRows(line.Label, line.Text)),
        .. FooterRows(frame.Application, frame.Line),
    ];

    private IEnumerable<PictureRow> FooterRows(string? label, string text)
    {
        var indent = string.IsNullOrEmpty(label) ? 0 : TextWidths.Of(label + " ", FooterSize, isBold: true);
        return TextRows.Wrap(text, FooterSize, Inner, indent: Math.Min(indent, Inner / 2))
            .Select((row, i) => new PictureRow(row, Margin, 0, FooterSize, i == 0 && indent > 0 ? label : null));
    }
}
