using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports;

/// <summary>
/// Where the charts of a page are put down while it is rendered for an export: what is exported is what the page draws,
/// without a second way to make it. Closed while a page is read as a page; then only its first chart is known, for the head of the document.
/// </summary>
public sealed class ChartShelf
{
    private readonly List<ShelvedChart> charts = [];

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<ShelvedChart> Charts => charts;

    /// <summary>Set before the page is rendered.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The first chart of the page, drawn or not.</summary>
    public ChartSpec? First { get; private set; }

    /// <summary>The chart of another page that stands for this one; null where it has none.</summary>
    public SharedPicture? Borrowed { get; private set; }

    /// <summary>One of the two is another than before: the head of the document is rendered before its body.</summary>
    public event EventHandler? FirstChanged;

    /// <summary>A page without charts says which one stands for it.</summary>
    public void Borrow(SharedPicture picture)
    {
        Borrowed = picture;
        FirstChanged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>A chart that is drawn more than once while the page settles is kept as it was last.</summary>
    public void Put(ChartSpec spec, IReadOnlyList<ChartSpec>? panels = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (First is null || First.Id == spec.Id)
        {
            First = spec;
            FirstChanged?.Invoke(this, EventArgs.Empty);
        }

        if (!IsOpen)
        {
            return;
        }

        var chart = new ShelvedChart(spec, panels ?? []);
        var at = charts.FindIndex(known => known.Spec.Id == spec.Id);
        if (at < 0)
        {
            charts.Add(chart);
        }
        else
        {
            charts[at] = chart;
        }
    }
}

/// <summary>A chart of a page.</summary>
/// <param name="Panels">Of small multiples: the line charts that are drawn; the spec itself then only holds words and marks.</param>
public sealed record ShelvedChart(ChartSpec Spec, IReadOnlyList<ChartSpec> Panels);
