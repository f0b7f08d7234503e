using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Charts;

/// <summary>
/// One chart, decided: what is drawn, what is written around it and what a pointer reads. Razor components draw it as
/// static SVG, chart.js hands the same record to plotly.js, <see cref="ChartTable"/> writes it as a table.
/// Every word arrives ready in the reader's language and every number arrives formatted: nothing here speaks.
/// </summary>
public sealed record ChartSpec
{
    /// <summary>Slug, unique on the page: it becomes the figure's id and the stem of all ids inside it.</summary>
    public required string Id { get; init; }

    public required ChartKind Kind { get; init; }

    /// <summary>What, where, when: "Gap in old-age pension coverage, world, 2020".</summary>
    public required string Title { get; init; }

    /// <summary>The definition in one sentence.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Unit of the values, written at the axis or above the legend.</summary>
    public required string Unit { get; init; }

    /// <summary>What the picture says, in words: highest, lowest, change, how many are missing.</summary>
    public required string Summary { get; init; }

    /// <summary>Drawn in this order; a ranking is ranked by who builds it (<see cref="ChartMarks.Ranked"/>).</summary>
    public required IReadOnlyList<ChartMark> Marks { get; init; }

    /// <summary>Classes of a map, lowest first; also colours the dots of a ranking when given.</summary>
    public IReadOnlyList<ChartBin> Bins { get; init; } = [];

    /// <summary>Lines of a line chart; the earlier and the later year of a dumbbell.</summary>
    public IReadOnlyList<ChartSeries> Series { get; init; } = [];

    /// <summary>Flags that have a sign of their own in the drawing and a line in the legend.</summary>
    public IReadOnlyList<ChartFlag> Flags { get; init; } = [];

    /// <summary>Axis of the values (all but the map).</summary>
    public ChartAxis? Values { get; init; }

    /// <summary>Axis of what the values are held against (scatter), from left to right.</summary>
    public ChartAxis? Across { get; init; }

    /// <summary>What <see cref="Across"/> counts, written at its end.</summary>
    public string? AcrossUnit { get; init; }

    /// <summary>Axis of the years (line).</summary>
    public ChartAxis? Years { get; init; }

    /// <summary>What happened in a year, drawn across a line chart and listed under its table.</summary>
    public IReadOnlyList<ChartEvent> Events { get; init; } = [];

    /// <summary>What is said around the events; without it they have neither legend nor list.</summary>
    public ChartEventWords? EventWords { get; init; }

    /// <summary>A ranking whose values are lengths: thick stems instead of thin ones.</summary>
    public bool IsBars { get; init; }

    /// <summary>Under the drawing, in order: sources, notes, licence and link.</summary>
    public IReadOnlyList<ChartFooterLine> Footer { get; init; } = [];

    public required ChartWords Words { get; init; }

    /// <summary>Values of published series are drawn: there is a file for programs of statistics.</summary>
    public bool HasSeries => Marks.Any(mark => mark is { Value: not null, Keys.Count: > 0 });

    /// <summary>There is something to draw: a chart without it has no picture.</summary>
    public bool HasValues => Marks.Any(mark => mark.Value is not null);
}

/// <summary>The shape of a chart.</summary>
public enum ChartKind
{
    /// <summary>Countries coloured by class, small states as dots.</summary>
    Map,

    /// <summary>Values of a few series over years; a missing year is a gap.</summary>
    Line,

    /// <summary>One dot per area on one common scale.</summary>
    Ranking,

    /// <summary>One dot per area where its two values cross.</summary>
    Scatter,

    /// <summary>Two dots per area on one common scale, joined: an earlier year, hollow, and a later one, filled.</summary>
    Dumbbell,
}

/// <summary>A line under the chart: a label such as "Source", the text, and where it leads.</summary>
public sealed record ChartFooterLine(string Text, string? Label = null, string? Href = null);

/// <summary>Words of the frame that are the same for every chart of a language.</summary>
public sealed record ChartWords
{
    /// <summary>Of everything in and around the chart.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The published vintage drawn, by which a reader can have it again; null where the chart is not to be taken away.</summary>
    public string? Vintage { get; init; }

    /// <summary>Of areas that have no value: "No data".</summary>
    public required string NoData { get; init; }

    /// <summary>Opens the table twin: "Show as table".</summary>
    public required string ShowTable { get; init; }

    public required string ZoomIn { get; init; }
    public required string ZoomOut { get; init; }
    public required string ResetView { get; init; }

    /// <summary>Read out when the drawing gets the focus: "Arrow keys move from value to value, Enter opens."</summary>
    public required string KeyboardHint { get; init; }
}
