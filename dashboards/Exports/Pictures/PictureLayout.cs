using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>
/// Where everything of a picture stands. Words come first, whole: the drawing gets what they leave, and where that is too
/// little for its marks the picture grows taller.
/// </summary>
public sealed class PictureLayout
{
    public const double SubtitleSize = 13;
    public const double UnitSize = 11.5;
    public const double RuleTop = 18;
    private const double Margin = 24;
    private const double BottomMargin = 20;
    private const double TitleSize = 20;
    private const double SubtitleRow = 17;
    private const double FooterRow = 14;
    private const double FooterAir = 4;
    private const double Air = 10;

    /// <summary>Under these a map, lines and a scatter say nothing.</summary>
    private const double LowestMap = 200;
    private const double LowestLines = 170;
    private const double LowestScatter = 200;

    public PictureLayout(ChartSpec spec, IReadOnlyList<ChartSpec> panels, PictureFrame frame, PictureSize size)
    {
        (Spec, Width) = (spec, size.Width);
        var inner = size.Width - (2 * Margin);
        Panels = panels.Count > 0 ? new PanelsLayout(panels, inner) : null;
        Lines = spec.Kind == ChartKind.Line && Panels is null ? LineLayout.Of(spec) : null;
        var footer = FooterRows.Of(spec, frame, Margin, inner);
        var footerHeight = FooterAir + (footer.Count * FooterRow) + BottomMargin;

        var y = RuleTop + 4;
        var (titleSize, subtitleSize) = (TitleSize * size.Heading, SubtitleSize * Math.Sqrt(size.Heading));
        Title = Rows(TextRows.Balance(spec.Title, titleSize, inner, isBold: true), ref y, titleSize, titleSize * 1.25);
        Subtitle = Rows(TextRows.Wrap(spec.Subtitle ?? "", subtitleSize, inner), ref y, subtitleSize, subtitleSize * 1.35);
        y += Air;
        // A map's unit is that of its colours and stands above them; the unit of other drawings is that of their axis.
        var unit = TextRows.Wrap(spec.Unit, UnitSize, inner, isBold: true);
        var aboveLegend = spec.Kind == ChartKind.Map ? Rows(unit, ref y, UnitSize, SubtitleRow) : [];
        var left = HeightOf(size.Height - y - SubtitleRow - Air - Air - footerHeight, inner, size.IsTall);
        Legend = PlacedEntry.Flow(LegendEntry.Of(spec, NeedsLegendOfLines(left)), Margin, y + PlacedEntry.RowHeight - 4, inner);
        y = Legend.Count == 0 ? y : Legend[^1].Y + ((Legend[^1].Rows.Count - 1) * PlacedEntry.RowHeight) + Air;
        Unit = spec.Kind == ChartKind.Map ? aboveLegend : Rows(unit, ref y, UnitSize, SubtitleRow);
        y += Air / 2;

        Drawing = new(Margin, y, inner, HeightOf(size.Height - y - Air - footerHeight, inner, size.IsTall));
        LineLabels = Lines is null ? [] : Labels(Drawing.Height);
        RankRows = spec.Kind is not (ChartKind.Ranking or ChartKind.Dumbbell) ? null
            : size.IsTall ? RowsLayout.Natural(spec, Drawing) : RowsLayout.Fitting(spec, Drawing);
        FooterTop = Drawing.Bottom + Air;
        var bottom = FooterTop + FooterAir;
        Footer = [.. footer.Select(row => row with { Y = bottom += FooterRow })];
        Height = Math.Ceiling(Math.Round(FooterTop + footerHeight, 2));
    }

    public ChartSpec Spec { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left => Drawing.X;

    public double Right => Drawing.Right;

    public double FooterTop { get; }

    public IReadOnlyList<PictureRow> Title { get; }

    public IReadOnlyList<PictureRow> Subtitle { get; }

    public IReadOnlyList<PictureRow> Unit { get; }

    public IReadOnlyList<PlacedEntry> Legend { get; }

    public IReadOnlyList<PictureRow> Footer { get; }

    public PictureBox Drawing { get; }

    public LineLayout? Lines { get; }

    /// <summary>Names at the ends of the lines; none where they would not all fit, and the legend names the lines.</summary>
    public IReadOnlyList<LineLabel> LineLabels { get; }

    public RowsLayout? RankRows { get; }

    public PanelsLayout? Panels { get; }

    // All there is or, where that is too little, what the marks need.
    private double HeightOf(double all, double width, bool isTall) => Spec.Kind switch
    {
        _ when Panels is not null => isTall ? Panels.Natural : Math.Max(all, Panels.Least),
        ChartKind.Map => isTall ? width * MapShapes.World.Height / MapShapes.World.Width : Math.Max(all, LowestMap),
        ChartKind.Line => isTall ? (2 * LowestLines) + LineEventsPicture.RoomAbove(Lines!) : Math.Max(all, LowestLines + LineEventsPicture.RoomAbove(Lines!)),
        ChartKind.Scatter => isTall ? 2 * LowestScatter : Math.Max(all, LowestScatter),
        _ when isTall => RowsLayout.Natural(Spec, new(Margin, 0, width, 0)).Height,
        _ => Math.Max(all, RowsLayout.Fitting(Spec, new(Margin, 0, width, all)).Height),
    };

    private IReadOnlyList<LineLabel> Labels(double height) =>
        LineLabel.Spread(Lines!.Traces, 100 * LinePicture.LabelRow / Math.Max(LinePicture.PlotHeight(Lines, height), 1));

    // Lines bear their names at their ends, where there is room; a name that is cut there is whole in the legend.
    private bool NeedsLegendOfLines(double height)
    {
        if (Lines is null)
        {
            return Spec.Series.Count > 1;
        }

        var labels = Labels(height);
        return labels.Count < Lines.Traces.Count || labels.Any(label => string.Join(' ', label.Rows) != label.Trace.Series.Label);
    }

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
}
