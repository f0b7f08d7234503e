using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>Each country in two years, joined: who gained and who lost.</summary>
public sealed class PairChart
{
    private readonly PageView view;
    private readonly ExploreSubject subject;
    private readonly ExploreWords words;
    private readonly int first;
    private readonly int last;

    public PairChart(PageView view, ExploreSubject subject, ExploreWords words, int first, int last) =>
        (this.view, this.subject, this.words, this.first, this.last) = (view, subject, words, first, last);

    /// <summary>A country with a value near both years.</summary>
    private sealed record Pair(ValueRow Before, ValueRow After)
    {
        public double Change => After.ObsValue - Before.ObsValue;
    }

    public ExploreChart Chart(IReadOnlyList<ValueRow> before, IReadOnlyList<ValueRow> after, ExploreOrder order)
    {
        var earlier = before.ToDictionary(row => row.RefArea);
        // One value that is near both years is no change.
        List<Pair> pairs =
        [
            .. after.Where(row => IsCountry(row.RefArea) && earlier.TryGetValue(row.RefArea, out var other) && other.TimePeriod < row.TimePeriod)
                .Select(row => new Pair(earlier[row.RefArea], row)),
        ];
        var sign = subject.Card.Direction == "up" ? 1 : -1;
        List<Pair> ordered =
        [
            .. pairs.OrderBy(pair => sign * (order == ExploreOrder.Change ? pair.Change : pair.After.ObsValue))
                .ThenBy(pair => FoldedText.Of(words.Words.NameOf(pair.After.RefArea)), StringComparer.Ordinal),
        ];
        var (ends, _) = RankingEnds.Of(
            [.. ordered.Select(pair => (pair.After.RefArea, order == ExploreOrder.Change ? Said(pair) : words.Say(pair.After.ObsValue)))], view.State.Countries.Contains);
        var shown = ordered.Where(pair => ends.Contains(pair.After.RefArea)).ToList();
        return Build(pairs, shown);
    }

    private ExploreChart Build(List<Pair> pairs, List<Pair> shown)
    {
        var rows = pairs.SelectMany(pair => new[] { pair.Before, pair.After }).ToList();
        var flags = new ExploreFlags(view, words.Words, rows);
        var marks = new RowMarks();
        var byMark = new Dictionary<ChartMark, Pair>(ReferenceEqualityComparer.Instance);
        ChartMark Remember(Pair pair)
        {
            var mark = marks.Add(Mark(pair, flags), pair.After);
            byMark.Add(mark, pair);
            return mark;
        }

        ChartMark[] drawn = [.. shown.Select(Remember)];
        var spec = new ChartSpec
        {
            Id = "chart",
            Kind = ChartKind.Dumbbell,
            Title = view.T["explore.pair.title", words.Name, Formats.Year(first), Formats.Year(last)],
            Subtitle = pairs.Count == shown.Count ? subject.Card.Definition : $"{subject.Card.Definition} {view.T["explore.pair.left", Formats.Year(pairs.Count - shown.Count)]}",
            Unit = words.Unit,
            Summary = Summary(pairs),
            Marks = drawn,
            Bins = [.. Bins.Where(bin => drawn.Any(mark => mark.Bin == bin.Key))],
            Series = [new("before", view.T["explore.pair.around", Formats.Year(first)], "series-6"), new("after", view.T["explore.pair.around", Formats.Year(last)], "series-6")],
            Flags = [.. flags.Drawn.Where(flag => flag.Shape != ChartFlagShape.Ring)],
            Values = words.Axis(rows.Select(row => row.ObsValue), fromZero: false),
            Footer = [.. words.Footer(rows, flags), .. Nearest(pairs), .. words.Missing(view.State.Countries.Where(IsCountry), pairs.Select(pair => pair.After.RefArea))],
            Words = words.Words.ChartWords,
        };
        var columns = words.Columns(marks.RowOf);
        ChartColumn Of(string key, Func<Pair, string?> cell) => new(view.T[key], mark => byMark.TryGetValue(mark, out var pair) ? cell(pair) : null) { IsNumber = true };
        return new(spec,
        [
            columns[0],
            Of("explore.pair.column.first", pair => Formats.Year(pair.Before.TimePeriod)), Of("explore.column.value", pair => words.Say(pair.Before.ObsValue)),
            Of("explore.pair.column.last", pair => Formats.Year(pair.After.TimePeriod)), Of("explore.column.value", pair => words.Say(pair.After.ObsValue)),
            Of("explore.pair.change", Said),
            new(view.T["column.flags"], mark => byMark.TryGetValue(mark, out var pair) && Flags(pair) is { Length: > 0 } said ? said : "–"),
            new(view.T["column.source"], mark => byMark.TryGetValue(mark, out var pair) ? view.Format.Listed(new[] { pair.Before, pair.After }.Select(words.SourceOf).Distinct()) : null),
        ]);
    }

    private IReadOnlyList<ChartBin> Bins => subject.Card.Direction == "none"
        ? [Bin("rose", "plain-5"), Bin("fell", "plain-3"), Bin("same", "series-6")]
        : [Bin("better", "coverage-5"), Bin("worse", "gap-4"), Bin("same", "series-6")];

    private ChartBin Bin(string key, string colour) => new(key, view.T[$"explore.pair.{key}"], 0, 0, colour);

    private string BinOf(Pair pair)
    {
        if (words.Say(pair.Before.ObsValue) == words.Say(pair.After.ObsValue))
        {
            return "same";
        }

        var rose = pair.Change > 0;
        return subject.Card.Direction switch { "up" => rose ? "better" : "worse", "down" => rose ? "worse" : "better", _ => rose ? "rose" : "fell" };
    }

    private ChartMark Mark(Pair pair, ExploreFlags flags)
    {
        var mark = words.Mark(pair.After, flags);
        string[] tooltip =
        [
            mark.Label,
            view.T["explore.pair.value", Formats.Year(pair.Before.TimePeriod), words.Say(pair.Before.ObsValue), words.Words.Producer(pair.Before.SourceId)],
            view.T["explore.pair.value", Formats.Year(pair.After.TimePeriod), words.Say(pair.After.ObsValue), words.Words.Producer(pair.After.SourceId)],
            view.T["explore.pair.changed", Said(pair)],
            Flags(pair),
        ];
        return mark with
        {
            Against = pair.Before.ObsValue,
            Keys = [.. mark.Keys, ValueKey.Of(pair.Before)],
            // The unit stands behind the later value; twice it would not fit a telephone.
            AgainstLabel = subject.IsShare ? view.Format.Number(pair.Before.ObsValue)
                : subject.Card.UnitMeasure == "PS" ? words.Words.Tick(pair.Before.ObsValue, "PS") : words.Say(pair.Before.ObsValue),
            AgainstPeriod = pair.Before.TimePeriod,
            Bin = BinOf(pair),
            Tooltip = [.. tooltip.Where(line => line.Length > 0)],
        };
    }

    /// <summary>"+19.3 points", "−1.2 million people".</summary>
    private string Said(Pair pair)
    {
        if (subject.Card.UnitMeasure is "PT" or "PP" or "PT_A" || subject.Card.UnitMeasure.StartsWith("PT_", StringComparison.Ordinal))
        {
            var decimals = Math.Abs(pair.Change) < 1 ? 2 : 1;
            return view.T.Amount("explore.pair.points", pair.Change, decimals, view.Format.Change(pair.Change, decimals));
        }

        return subject.IsCode || subject.Card.UnitMeasure == "YEAR" ? "–"
            : pair.Change == 0 ? words.Say(0)
            : (pair.Change > 0 ? "+" : "−") + words.Say(Math.Abs(pair.Change));
    }

    private string Flags(Pair pair) => view.Format.Listed(pair.Before.FlagList.Concat(pair.After.FlagList).Distinct().Select(words.Words.Flag));

    private string Summary(List<Pair> pairs)
    {
        if (pairs.Count == 0)
        {
            return view.T["summary.none"];
        }

        string Count(string bin) => Formats.Year(pairs.Count(pair => BinOf(pair) == bin));
        string Name(Pair pair) => words.Words.NameOf(pair.After.RefArea);
        var (most, least) = (pairs.MaxBy(pair => pair.Change)!, pairs.MinBy(pair => pair.Change)!);
        var counts = subject.Card.Direction == "none"
            ? view.T["explore.pair.summary.none", Formats.Year(pairs.Count), Count("rose"), Count("fell"), Count("same")]
            : view.T["explore.pair.summary", Formats.Year(pairs.Count), Count("better"), Count("worse"), Count("same")];
        return $"{counts} {view.T["explore.pair.summary.ends", Name(most), Said(most), Name(least), Said(least)]}";
    }

    private IEnumerable<ChartFooterLine> Nearest(List<Pair> pairs)
    {
        var others = pairs.Count(pair => pair.Before.TimePeriod != first || pair.After.TimePeriod != last);
        if (others > 0)
        {
            yield return new(view.T["explore.pair.nearest",
                Formats.Year(others), Formats.Year(pairs.Count), Formats.Year(first), Formats.Year(last), view.T.Count("unit.say.YR", view.State.MaxAge)], view.T["footer.note"]);
        }
    }

    private bool IsCountry(string area) => view.Vocabulary.Areas.TryGetValue(area, out var known) && known.IsCountry;
}
