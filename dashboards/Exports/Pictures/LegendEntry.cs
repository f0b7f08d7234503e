using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>What the legend shows beside its words.</summary>
public enum LegendSample
{
    Area,
    NoData,
    Flag,
    Before,
    After,
    Line,
    Event,
}

/// <summary>A colour, sign or dash of a drawing and what it means: the same as <see cref="Legend"/> explains on the page.</summary>
/// <param name="Colour">Name of a colour of charts.css without its prefix.</param>
public sealed record LegendEntry(LegendSample Sample, string Label, string Colour = "", ChartFlag? Flag = null, bool IsSecondary = false, ChartEventKind Event = default)
{
    /// <summary><paramref name="withLines"/>: the lines do not bear their whole names themselves.</summary>
    public static IEnumerable<LegendEntry> Of(ChartSpec spec, bool withLines)
    {
        // Only what can be seen is explained.
        var flags = spec.Flags.Where(flag => spec.Marks.Any(mark => mark.Value is not null && mark.Flags.Contains(flag.Key))).ToList();
        var bins = spec.Kind == ChartKind.Line ? [] : spec.Bins;
        var lines = spec.Kind == ChartKind.Line && withLines ? spec.Series : [];
        var events = spec is { Kind: ChartKind.Line, EventWords: not null } ? LineLayout.Of(spec).Events.Select(sign => sign.Kind).Distinct().Order() : Enumerable.Empty<ChartEventKind>();
        return
        [
            .. bins.Select(bin => new LegendEntry(LegendSample.Area, bin.Label, bin.Colour)),
            .. spec.Kind == ChartKind.Map && (bins.Count > 0 || flags.Count > 0) ? [new LegendEntry(LegendSample.NoData, spec.Words.NoData)] : Array.Empty<LegendEntry>(),
            .. flags.Select(flag => new LegendEntry(LegendSample.Flag, flag.Label, Flag: flag)),
            .. spec.Kind == ChartKind.Dumbbell && spec.Series is [var before, var after]
                ? [new(LegendSample.Before, before.Label, "series-6"), new(LegendSample.After, after.Label, "series-6")] : Array.Empty<LegendEntry>(),
            .. lines.Select(series => new LegendEntry(LegendSample.Line, series.Label, series.Colour, IsSecondary: series.IsSecondary)),
            .. events.Select(kind => new LegendEntry(LegendSample.Event, spec.EventWords!.NameOf(kind), Event: kind)),
        ];
    }
}

/// <summary>An entry in its place: <paramref name="Y"/> is the baseline of its first row.</summary>
public sealed record PlacedEntry(LegendEntry Entry, double X, double Y, IReadOnlyList<string> Rows)
{
    public const double Size = 11.5;
    public const double RowHeight = 17;

    /// <summary>From the sample's left edge to its words.</summary>
    public const double TextAt = 30;

    private const double Gap = 16;

    /// <summary>Entries one after the other, in as many rows as they need; the first baseline is at <paramref name="y"/>.</summary>
    public static IReadOnlyList<PlacedEntry> Flow(IEnumerable<LegendEntry> entries, double x, double y, double width)
    {
        var placed = new List<PlacedEntry>();
        var at = x;
        foreach (var entry in entries)
        {
            var rows = TextRows.Wrap(entry.Label, Size, width - TextAt);
            var needed = TextAt + TextRows.Widest(rows, Size);
            if (at > x && at + needed > x + width)
            {
                at = x;
                y += RowHeight * placed[^1].Rows.Count;
            }

            placed.Add(new(entry, at, y, rows));
            at += needed + Gap;
        }

        return placed;
    }
}
