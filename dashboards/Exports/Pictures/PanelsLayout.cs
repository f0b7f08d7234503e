using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>A line chart among others: its name in rows above its drawing.</summary>
public sealed record PlacedPanel(ChartSpec Spec, IReadOnlyList<string> Title, PictureBox Plot)
{
    /// <summary>Baseline of a row of the name: the last stands on the plot, whatever the names beside it need.</summary>
    public double TitleY(int row) => Plot.Y - ((Title.Count - 1 - row) * PanelsLayout.TitleRowHeight) - 4;
}

/// <summary>Small multiples in a grid, all of one size.</summary>
public sealed class PanelsLayout
{
    public const double TitleSize = 12;
    public const double TitleRowHeight = 15;
    public const double TickSize = 10;
    private const double GapAcross = 24;
    private const double GapDown = 14;
    private const double Narrowest = 170;
    private const double Lowest = 105;
    private const double Comfortable = 130;
    private const int MostColumns = 4;

    private readonly int columns;
    private readonly double width;
    private readonly int titleRows;
    private readonly IReadOnlyList<ChartSpec> panels;

    public PanelsLayout(IReadOnlyList<ChartSpec> panels, double width)
    {
        this.panels = panels;
        var most = (int)Math.Floor((width + GapAcross) / (Narrowest + GapAcross));
        columns = Math.Clamp(panels.Count <= 4 ? (panels.Count + 1) / 2 : panels.Count <= 9 ? 3 : MostColumns, 1, Math.Max(most, 1));
        this.width = ((width + GapAcross) / columns) - GapAcross;
        titleRows = panels.Select(panel => TitleOf(panel).Count).DefaultIfEmpty(1).Max();
    }

    private int Down => (panels.Count + columns - 1) / columns;

    /// <summary>Under this the lines could not be told apart.</summary>
    public double Least => HeightWith(Lowest);

    public double Natural => HeightWith(Comfortable);

    public IReadOnlyList<PlacedPanel> Place(PictureBox box)
    {
        var height = ((box.Height + GapDown) / Math.Max(Down, 1)) - GapDown;
        return
        [
            .. panels.Select((panel, i) =>
            {
                var place = new PictureBox(box.X + (i % columns * (width + GapAcross)), box.Y + (i / columns * (height + GapDown)), width, height);
                return new PlacedPanel(panel, TitleOf(panel), place.Within(0, titleRows * TitleRowHeight, 0, 0));
            }),
        ];
    }

    private double HeightWith(double plot) => (Down * ((titleRows * TitleRowHeight) + plot + GapDown)) - GapDown;

    private IReadOnlyList<string> TitleOf(ChartSpec panel) => TextRows.Wrap(panel.Title, TitleSize, width, isBold: true);
}
