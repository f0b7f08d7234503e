using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>Each country's value of one indicator against its value of another, each with its own year.</summary>
public sealed class ScatterChart(PageView view, ExploreSubject subject, ExploreWords words, ExploreSubject other, ExploreWords otherWords)
{
    /// <summary>Values so many times apart crowd at one end of an even axis.</summary>
    public const double FarApart = 100;

    /// <summary>Whether the values across are positive and so far apart that powers of ten serve better.</summary>
    public static bool CanBeLog(IReadOnlyList<ValueRow> rows) =>
        rows.Count > 0 && rows.Min(row => row.ObsValue) > 0 && rows.Max(row => row.ObsValue) > FarApart * rows.Min(row => row.ObsValue);

    public ExploreChart Chart(IReadOnlyList<ValueRow> rows, IReadOnlyList<ValueRow> across, (int Own, int Across) years, bool isLog)
    {
        var countries = rows.Where(row => IsCountry(row.RefArea)).ToList();
        var others = across.Where(row => IsCountry(row.RefArea)).ToDictionary(row => row.RefArea);
        var pairs = countries.Where(row => others.ContainsKey(row.RefArea)).Select(row => (Up: row, Across: others[row.RefArea]))
            .OrderBy(pair => FoldedText.Of(words.Words.NameOf(pair.Up.RefArea)), StringComparer.Ordinal).ToList();
        ValueRow[] up = [.. pairs.Select(pair => pair.Up)];
        ValueRow[] beside = [.. pairs.Select(pair => pair.Across)];
        var flags = new ExploreFlags(view, words.Words, up);
        var otherFlags = new ExploreFlags(view, words.Words, beside);
        var byMark = new Dictionary<ChartMark, (ValueRow Up, ValueRow Across)>(ReferenceEqualityComparer.Instance);
        foreach (var pair in pairs)
        {
            byMark.Add(Mark(pair.Up, pair.Across, flags), pair);
        }

        var spec = new ChartSpec
        {
            Id = "chart",
            Kind = ChartKind.Scatter,
            Title = view.T["explore.scatter.title", words.Name, ExploreWords.Years(up), otherWords.Name, ExploreWords.Years(beside)],
            Subtitle = view.T["explore.scatter.subtitle"],
            Unit = view.T["explore.scatter.axis.up", subject.Card.Title, words.Unit],
            AcrossUnit = view.T["explore.scatter.axis.across", other.Card.Title, otherWords.Unit],
            Summary = Summary(pairs, countries.Count, others.Count),
            Marks = [.. byMark.Keys],
            // Most dots have an older year: a ring on each would hide them. The tooltip and the table tell the years.
            Flags = [.. flags.Drawn.Where(flag => flag.Shape != ChartFlagShape.Ring)],
            Values = words.Axis(up.Select(row => row.ObsValue), fromZero: false),
            Across = isLog && CanBeLog(beside)
                ? ChartAxis.Powers(beside.Min(row => row.ObsValue), beside.Max(row => row.ObsValue), otherWords.Tick)
                : otherWords.Axis(beside.Select(row => row.ObsValue), fromZero: false),
            Footer =
            [
                new(words.Sources(up), words.Name, Urls.Sources(view.State)), new(otherWords.Sources(beside), otherWords.Name, Urls.Sources(view.State)),
                .. Common(words, flags, up), .. Common(otherWords, otherFlags, beside), .. Older(words, up, years.Own), .. Older(otherWords, beside, years.Across),
                .. words.Missing(view.State.Countries.Where(IsCountry), up.Select(row => row.RefArea)),
            ],
            Words = words.Words.ChartWords,
        };
        return new(spec, Columns(mark => byMark[mark]));
    }

    private IReadOnlyList<ChartColumn> Columns(Func<ChartMark, (ValueRow Up, ValueRow Across)> pairOf) =>
    [
        new(view.T["column.country"], mark => mark.Label) { HeadsRow = true },
        new(words.Name, mark => mark.ValueLabel) { IsNumber = true },
        new(view.T["column.year"], mark => Formats.Year(pairOf(mark).Up.TimePeriod)) { IsNumber = true },
        new(otherWords.Name, mark => mark.AgainstLabel) { IsNumber = true },
        new(view.T["column.year"], mark => Formats.Year(pairOf(mark).Across.TimePeriod)) { IsNumber = true },
        new(view.T["column.flags"], mark => Flags(pairOf(mark)) is { Length: > 0 } said ? said : "–"),
        new(view.T["column.source"], mark => $"{words.SourceOf(pairOf(mark).Up)}; {otherWords.SourceOf(pairOf(mark).Across)}"),
    ];

    private ChartMark Mark(ValueRow up, ValueRow across, ExploreFlags flags)
    {
        var mark = words.Mark(up, flags);
        string[] tooltip =
        [
            mark.Label,
            view.T["explore.scatter.value", words.Name, words.Say(up.ObsValue), Formats.Year(up.TimePeriod), words.Words.Producer(up.SourceId)],
            view.T["explore.scatter.value", otherWords.Name, otherWords.Say(across.ObsValue), Formats.Year(across.TimePeriod), words.Words.Producer(across.SourceId)],
            Flags((up, across)),
        ];
        return mark with
        {
            Against = across.ObsValue,
            Keys = [.. mark.Keys, ValueKey.Of(across)],
            AgainstLabel = otherWords.Say(across.ObsValue),
            AgainstPeriod = across.TimePeriod,
            Tooltip = [.. tooltip.Where(line => line.Length > 0)],
        };
    }

    private string Flags((ValueRow Up, ValueRow Across) pair) => view.Format.Listed(pair.Up.FlagList.Concat(pair.Across.FlagList).Distinct().Select(words.Words.Flag));

    private string Summary(List<(ValueRow Up, ValueRow Across)> pairs, int up, int across)
    {
        if (pairs.Count == 0)
        {
            return view.T["explore.scatter.none"];
        }

        var high = pairs.MaxBy(pair => pair.Up.ObsValue);
        var far = pairs.MaxBy(pair => pair.Across.ObsValue);
        return view.T["explore.scatter.summary", Formats.Year(pairs.Count), Formats.Year(up + across - (2 * pairs.Count))] + " " + view.T["explore.scatter.summary.ends",
            words.Words.NameOf(high.Up.RefArea), words.Say(high.Up.ObsValue), otherWords.Say(high.Across.ObsValue),
            words.Words.NameOf(far.Up.RefArea), words.Say(far.Up.ObsValue), otherWords.Say(far.Across.ObsValue)];
    }

    private IEnumerable<ChartFooterLine> Common(ExploreWords of, ExploreFlags flags, ValueRow[] rows)
    {
        if (flags.OfAll.Count > 0 && rows.Length > 0)
        {
            yield return new(view.T["explore.note.all.of", of.Name, view.Format.Listed(flags.OfAll.Select(words.Words.Flag))], view.T["footer.note"]);
        }
    }

    private IEnumerable<ChartFooterLine> Older(ExploreWords of, ValueRow[] rows, int year)
    {
        var older = rows.Count(row => row.TimePeriod < year);
        if (older > 0)
        {
            yield return new(view.T["explore.scatter.older", of.Name, Formats.Year(older), Formats.Year(rows.Length), Formats.Year(year), view.T.Count("unit.say.YR", view.State.MaxAge)], view.T["footer.note"]);
        }
    }

    private bool IsCountry(string area) => view.Vocabulary.Areas.TryGetValue(area, out var known) && known.IsCountry;
}
