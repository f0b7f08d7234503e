using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Benchmarks;

/// <summary>Which columns of a source's files are the area, the time, the series and the values; the rest is kept as text.</summary>
internal sealed record Layout(string Area, string Time, string? Series, IReadOnlyList<string> Values, IReadOnlyList<string> Rest)
{
    public static Layout Of(string sourceId)
    {
        SourceCard card = FlowModels.Embedded.Sources[sourceId];
        string?[] used = [card.AreaColumn, card.TimeColumn, card.SeriesColumn, .. card.ValueColumns];
        return new Layout(card.AreaColumn, card.TimeColumn, card.SeriesColumn, card.ValueColumns, [.. card.Columns.Except(used.OfType<string>())]);
    }
}
