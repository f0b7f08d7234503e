using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>Charts of one year: countries on a map and in order, groups in order.</summary>
public sealed class AreaCharts
{
    private readonly PageView view;
    private readonly ExploreSubject subject;
    private readonly ExploreWords words;
    private readonly int year;
    private readonly IReadOnlyList<ValueRow> countries;
    private readonly IReadOnlyList<ValueRow> groups;

    /// <param name="rows">One an area, as <see cref="ValueQuery.OfAreas"/> reads them.</param>
    public AreaCharts(PageView view, ExploreSubject subject, ExploreWords words, int year, IReadOnlyList<ValueRow> rows)
    {
        (this.view, this.subject, this.words, this.year) = (view, subject, words, year);
        countries = [.. rows.Where(row => IsCountry(row.RefArea))];
        groups = [.. rows.Where(row => !IsCountry(row.RefArea))];
    }

    /// <summary>Countries by their names.</summary>
    public IReadOnlyList<ValueRow> Countries => [.. countries.OrderBy(NameOf, StringComparer.Ordinal)];

    /// <summary>Groups of countries and the world, by their names.</summary>
    public IReadOnlyList<ValueRow> Groups => [.. groups.OrderBy(NameOf, StringComparer.Ordinal)];

    /// <summary>Less is worse where more is better; what is neither good nor bad begins with the highest.</summary>
    private bool IsHighestFirst => subject.Card.Direction != "up";

    /// <summary>Classes are those of all years; whoever has no value is left to the hatching.</summary>
    public ExploreChart Map(ValueSpread? spread)
    {
        var bins = Bins(spread);
        var marks = new RowMarks();
        var flags = new ExploreFlags(view, words.Words, countries);
        var count = CountryCount.Of(view.Vocabulary.Areas.Values, countries.Select(row => row.RefArea));
        var spec = Spec("chart", ChartKind.Map, view.T["explore.map.title", words.Name, ExploreWords.Years(countries)], countries, flags) with
        {
            Subtitle = subject.Card.Definition,
            Marks = [.. Countries.Select(row => marks.Add(words.Mark(row, flags, year) with { Bin = ChartBins.KeyOf(bins, row.ObsValue) }, row))],
            Bins = bins,
            Summary = Summary(count),
        };
        return new(
            spec with
            {
                Footer = [.. spec.Footer, new(view.T["note.boundaries"], view.T["footer.note"]), new(view.T["note.counted", Formats.Year(count.Drawn)], view.T["footer.note"])],
            },
            words.Columns(marks.RowOf));
    }

    /// <summary>The two ends and the chosen ones; whoever reads the same shares a place.</summary>
    public ExploreChart Ranking(ValueSpread? spread)
    {
        var bins = Bins(spread);
        var ranked = Ranked(countries);
        var said = ranked.Select(row => words.Say(row.ObsValue)).ToList();
        var places = said.Select((text, i) => (text, Place: i + 1)).GroupBy(p => p.text).ToDictionary(same => same.Key, same => same.Min(p => p.Place));
        var (ends, crowded) = RankingEnds.Of([.. ranked.Zip(said, (row, text) => (row.RefArea, text))], view.State.Countries.Contains);
        var shown = ranked.Where(row => ends.Contains(row.RefArea)).ToList();
        var marks = new RowMarks();
        var flags = new ExploreFlags(view, words.Words, shown);
        var title = view.T[IsHighestFirst ? "explore.ranking.highest" : "explore.ranking.lowest", words.Name, ExploreWords.Years(countries)];
        var spec = Spec("chart", ChartKind.Ranking, title, countries, flags) with
        {
            Subtitle = string.Join(' ', new[] { subject.Card.Definition, Rule(ranked.Count - shown.Count, crowded) }.Where(text => text.Length > 0)),
            Marks =
            [
                .. shown.Select(row =>
                {
                    var mark = words.Mark(row, flags, year);
                    var place = Formats.Year(places[words.Say(row.ObsValue)]);
                    return marks.Add(mark with { Label = view.T["ranking.place", place, mark.Label], Bin = ChartBins.KeyOf(bins, row.ObsValue) }, row);
                }),
            ],
            Bins = bins,
            Values = words.Axis(countries.Select(row => row.ObsValue), fromZero: true),
            Summary = Summary(CountryCount.Of(view.Vocabulary.Areas.Values, countries.Select(row => row.RefArea))),
        };
        return new(spec, words.Columns(marks.RowOf));
    }

    /// <summary>Regions, income groups, the world; null where the indicator has none.</summary>
    public ExploreChart? OfGroups()
    {
        if (groups.Count == 0)
        {
            return null;
        }

        var marks = new RowMarks();
        var flags = new ExploreFlags(view, words.Words, groups);
        var ranked = Ranked(groups);
        var spec = Spec("groups", ChartKind.Ranking, view.T["explore.groups.title", words.Name, ExploreWords.Years(groups)], groups, flags) with
        {
            Marks = [.. ranked.Select(row => marks.Add(words.Mark(row, flags, year), row))],
            Values = words.Axis(groups.Select(row => row.ObsValue), fromZero: true),
            Summary = view.T["explore.groups.summary",
                Formats.Year(groups.Count), words.Words.NameOf(ranked[0].RefArea), words.Say(ranked[0].ObsValue), words.Words.NameOf(ranked[^1].RefArea), words.Say(ranked[^1].ObsValue)],
        };
        return new(spec, words.Columns(marks.RowOf));
    }

    private ChartSpec Spec(string id, ChartKind kind, string title, IReadOnlyList<ValueRow> rows, ExploreFlags flags) => new()
    {
        Id = id,
        Kind = kind,
        Title = title,
        Unit = words.Unit,
        Summary = "",
        Marks = [],
        Flags = flags.Drawn,
        Footer =
        [
            .. words.Footer(rows, flags), .. words.Older(rows, year),
            .. words.Missing(view.State.Countries.Where(area => IsCountry(area) == ReferenceEquals(rows, countries)), rows.Select(row => row.RefArea)),
        ],
        Words = words.Words.ChartWords,
    };

    private bool IsCountry(string area) => view.Vocabulary.Areas.TryGetValue(area, out var known) && known.IsCountry;

    private IReadOnlyList<ChartBin> Bins(ValueSpread? spread)
    {
        if (subject.IsCode)
        {
            return words.CodeBins(spread);
        }

        if (spread is null)
        {
            return [];
        }

        var bounds = ValueClasses.Bounds(spread, subject.IsShare);
        var colours = ValueClasses.Colours(bounds, subject.Card.Direction);
        return
        [
            .. colours.Select((colour, i) => new ChartBin(
                $"b{i + 1}", view.T["bin.range", words.Tick(bounds[i]), words.Tick(bounds[i + 1])], bounds[i], bounds[i + 1], colour)),
        ];
    }

    private List<ValueRow> Ranked(IEnumerable<ValueRow> rows) =>
        [.. rows.OrderBy(row => IsHighestFirst ? -row.ObsValue : row.ObsValue).ThenBy(NameOf, StringComparer.Ordinal)];

    private string NameOf(ValueRow row) => FoldedText.Of(words.Words.NameOf(row.RefArea));

    private string Rule(int left, IReadOnlyList<(int Place, int Areas)> crowded) => left == 0 ? ""
        : crowded.Count == 0 ? view.T["explore.ranking.left", Formats.Year(left)]
        : view.T["explore.ranking.left", Formats.Year(left)] + " " + view.T["ranking.crowded", Formats.Year(RankingEnds.MostOfAPlace),
            string.Join(", ", crowded.Select(place => view.T["ranking.crowded.place", Formats.Year(place.Place), Formats.Year(place.Areas)]))];

    private string Summary(CountryCount count)
    {
        if (countries.Count == 0)
        {
            return view.T["summary.none"];
        }

        var (high, low) = (countries.Max(row => row.ObsValue), countries.Min(row => row.ObsValue));
        return view.T["summary.map",
            Formats.Year(count.With), Holders(high), words.Say(high), Holders(low), words.Say(low), Formats.Year(count.Without), Formats.Year(count.Drawn)];
    }

    /// <summary>The country with that value or, where several share it as it reads, how many.</summary>
    private string Holders(double value)
    {
        var shown = words.Say(value);
        var holders = countries.Where(row => words.Say(row.ObsValue) == shown).ToList();
        return holders is [var only] ? words.Words.NameOf(only.RefArea) : view.T["summary.several", Formats.Year(holders.Count)];
    }
}
