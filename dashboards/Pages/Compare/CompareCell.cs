using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Compare;

/// <summary>One area's figure for one contingency, or the statement that there is none.</summary>
/// <param name="Value">In the page's measure; null where it is not known.</param>
/// <param name="Said">The value as people read it.</param>
/// <param name="Coverage">For the order of areas and for joining; null without a figure.</param>
/// <param name="Note">Flags in words; "" for none.</param>
/// <param name="Source">Agency, series, release.</param>
/// <param name="IsOld">Older than the age limit: shown all the same, and said.</param>
/// <param name="IsOwn">Our own mean of a group's countries.</param>
/// <param name="Key">The published value; null where it is worked out here or not known.</param>
public sealed record CompareCell(
    double? Value, string Said, double? Coverage, short? Year, string Note, string Source, bool IsOld, bool IsOwn, IReadOnlyList<string> Flags, ValueKey? Key = null)
{
    /// <summary>Nothing is published.</summary>
    public static CompareCell Empty(PageView view) => new(null, view.T["chart.nodata"], null, null, "", "", false, false, []);

    public static CompareCell Of(PageView view, CoverageWords words, CoverageRow row, Release release)
    {
        var value = words.ValueOf(row);
        return new(
            value, words.Say(value) ?? view.T["column.people.none"], row.Coverage, row.TimePeriod, words.Flags(row),
            $"{words.SourceOf(row.SourceId)}, {row.SeriesCode}, {view.Format.Vintage(row.Vintage)}",
            row.TimePeriod < release.LastYear - view.State.MaxAge, IsOwn: false, row.FlagList, ValueKey.Of(row, view.State.Measure));
    }

    public static CompareCell Of(PageView view, CoverageWords words, ValueWords values, GroupMean mean, Release release)
    {
        double? value = view.State.Measure switch { Measure.Coverage => mean.Coverage, Measure.Gap => 100 - mean.Coverage, _ => null };
        var flags = mean.Flags.Split('|', StringSplitOptions.RemoveEmptyEntries);
        return new(
            value, words.Say(value) ?? view.T["column.people.none"], mean.Coverage, mean.TimePeriod,
            view.Format.Listed(flags.Select(values.Flag).Append(view.T["compare.own", view.Format.Whole(mean.Countries)])),
            $"{view.T["source.own"]} · {words.Name(mean.SourceId, mean.Vintage)}",
            mean.TimePeriod < release.LastYear - view.State.MaxAge, IsOwn: true, flags);
    }

    /// <summary>The lines of a tooltip under the area's name.</summary>
    public IReadOnlyList<string> Lines => [.. new[] { Year is { } year ? $"{Said} ({Formats.Year(year)})" : Said, Source, Note }.Where(line => line.Length > 0)];
}
