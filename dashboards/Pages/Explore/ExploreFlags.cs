using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>
/// Which flags of the rows of a chart are drawn, and how. What all rows have is said once under the chart: a sign on every mark
/// would tell nothing. Of the rest, withdrawn and older have signs of their own; the others share one, and the tooltip says which it is.
/// </summary>
public sealed class ExploreFlags
{
    private const string Remark = "remark";
    private const string Older = "older";
    private const string Withdrawn = "withdrawn";

    private readonly HashSet<string> ofAll;

    public ExploreFlags(PageView view, ValueWords words, IReadOnlyList<ValueRow> rows)
    {
        var counts = rows.SelectMany(row => row.FlagList).CountBy(flag => flag).ToDictionary();
        OfAll = [.. counts.Where(flag => flag.Value == rows.Count && rows.Count > 1).Select(flag => flag.Key).Order(StringComparer.Ordinal)];
        ofAll = [.. OfAll];
        var others = counts.Keys.Where(flag => flag != Withdrawn && !ofAll.Contains(flag)).ToList();
        Drawn =
        [
            new(Remark, others is [var only] ? words.Flag(only) : view.T["explore.flag.remark"], ChartFlagShape.Square),
            new(Older, view.T["flag.older"], ChartFlagShape.Ring),
            new(Withdrawn, words.Flag(Withdrawn), ChartFlagShape.Dot),
        ];
    }

    /// <summary>Flags that every row has.</summary>
    public IReadOnlyList<string> OfAll { get; }

    /// <summary>Signs of the drawing.</summary>
    public IReadOnlyList<ChartFlag> Drawn { get; }

    /// <summary>Keys of <see cref="Drawn"/> for a row.</summary>
    public IReadOnlyList<string> Of(ValueRow row, bool isOlder)
    {
        var own = row.FlagList.Where(flag => !ofAll.Contains(flag)).ToList();
        var keys = new List<string>();
        if (own.Exists(flag => flag != Withdrawn))
        {
            keys.Add(Remark);
        }

        if (isOlder)
        {
            keys.Add(Older);
        }

        if (own.Contains(Withdrawn))
        {
            keys.Add(Withdrawn);
        }

        return keys;
    }
}
