namespace SpIndicators.Dashboards.Charts;

/// <summary>One value of one area (and year) in a chart, or the statement that there is none.</summary>
public sealed record ChartMark
{
    /// <summary>ISO3 for countries, else the code of the group. On a map at most one mark per area.</summary>
    public required string RefArea { get; init; }

    /// <summary>The area's name in the reader's language.</summary>
    public required string Label { get; init; }

    /// <summary>In the chart's unit; null where nothing is known (never 0 instead).</summary>
    public double? Value { get; init; }

    /// <summary>The value as people read it ("46.9 %"); null exactly when <see cref="Value"/> is.</summary>
    public string? ValueLabel { get; init; }

    /// <summary>The year the value is about, which may be older than the chart's.</summary>
    public int? TimePeriod { get; init; }

    /// <summary>What the value is held against: the value on the axis across (scatter), the earlier value (dumbbell).</summary>
    public double? Against { get; init; }

    /// <summary>As people read it; null exactly when <see cref="Against"/> is.</summary>
    public string? AgainstLabel { get; init; }

    /// <summary>The year <see cref="Against"/> is about.</summary>
    public int? AgainstPeriod { get; init; }

    /// <summary>Key of the <see cref="ChartBin"/> the value falls into (<see cref="ChartBins.KeyOf"/>).</summary>
    public string? Bin { get; init; }

    /// <summary>Key of the <see cref="ChartSeries"/> this value belongs to (line charts).</summary>
    public string? Series { get; init; }

    /// <summary>capped, stale, break, withdrawn …; those in <see cref="ChartSpec.Flags"/> are drawn.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Lines of the tooltip, formatted; the first is its heading.</summary>
    public IReadOnlyList<string> Tooltip { get; init; } = [];

    /// <summary>The published values that are drawn: the value, then what it is held against. Empty where it was worked out on the page.</summary>
    public IReadOnlyList<ValueKey> Keys { get; init; } = [];

    /// <summary>Of a value without <see cref="Keys"/>: what it is about and rests on; of a missing one: what is missing.</summary>
    public MarkBasis? Basis { get; init; }

    /// <summary>Chosen by the reader: drawn larger and with its name in bold, among all the others.</summary>
    public bool IsEmphasised { get; init; }

    /// <summary>Where a click leads.</summary>
    public string? Href { get; init; }

    /// <summary>The tooltip in one string, a line each; the label where there is no tooltip.</summary>
    internal string TooltipText => Tooltip.Count == 0 ? Label : string.Join('\n', Tooltip);
}

/// <summary>Orders of marks.</summary>
public static class ChartMarks
{
    /// <summary>By value, ties by label (ordinal), areas without a value at the end.</summary>
    public static IReadOnlyList<ChartMark> Ranked(IEnumerable<ChartMark> marks, bool highestFirst = true) =>
    [
        .. marks
            .OrderBy(mark => mark.Value is null)
            .ThenBy(mark => highestFirst ? -mark.Value : mark.Value)
            .ThenBy(mark => mark.Label, StringComparer.Ordinal),
    ];
}
