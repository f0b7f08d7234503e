namespace SpIndicators.Dashboards.Charts;

/// <summary>A column of the table twin: its head and what it writes for a mark.</summary>
public sealed record ChartColumn(string Header, Func<ChartMark, string?> Cell)
{
    /// <summary>Right-aligned, figures of equal width.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The cell heads its row and links to <see cref="ChartMark.Href"/>.</summary>
    public bool HeadsRow { get; init; }
}
