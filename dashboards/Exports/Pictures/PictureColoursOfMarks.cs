using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>Colours of marks, by the same rule as the classes that charts.css colours them by.</summary>
internal static class PictureColoursOfMarks
{
    /// <summary>Of its class of values; a mark without one is of the first series' colour.</summary>
    public static string Of(this PictureColours colours, ChartSpec spec, ChartMark mark) =>
        colours.Chart(spec.Bins.FirstOrDefault(bin => bin.Key == mark.Bin)?.Colour ?? "series-1");

    /// <summary>As <see cref="Of"/>, but a scatter has its chosen areas in a colour of their own.</summary>
    public static string OfPoint(this PictureColours colours, ChartSpec spec, ChartMark mark) =>
        mark.IsEmphasised ? colours.Chart("series-2") : colours.Of(spec, mark);
}
