using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>The rows behind the marks of a chart, for its table twin: a mark itself knows only what is drawn.</summary>
public sealed class RowMarks
{
    private readonly Dictionary<ChartMark, ValueRow> rows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Remembers whose mark it is; gives the mark back.</summary>
    public ChartMark Add(ChartMark mark, ValueRow row)
    {
        rows.Add(mark, row);
        return mark;
    }

    public ValueRow? RowOf(ChartMark mark) => rows.GetValueOrDefault(mark);
}

/// <summary>A chart with the columns of its table twin.</summary>
public sealed record ExploreChart(ChartSpec Spec, IReadOnlyList<ChartColumn> Columns);
