using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>The charts of one contingency, sex and measure in one release: map, ranking, table columns.</summary>
public sealed class CoverageCharts
{
    private static readonly double[] PercentBounds = [0, 10, 25, 50, 75, 90, 100];

    /// <summary>Persons; the last class holds whatever is larger (no country has ten billion people).</summary>
    private static readonly double[] PeopleBounds = [0, 1e5, 1e6, 1e7, 5e7, 2e8, 1e10];

    private readonly PageView view;
    private readonly Release release;
    private readonly Contingency contingency;
    private readonly Measure measure;
    private readonly int year;
    private readonly CoverageWords words;

    public CoverageCharts(PageView view, Release release, Contingency contingency, Measure measure, int year)
    {
        (this.view, this.release, this.contingency, this.measure, this.year) = (view, release, contingency, measure, year);
        words = new CoverageWords(view, measure);
    }

    /// <summary>Countries coloured by class; whoever has no value is left to the hatching.</summary>
    public ChartSpec Map(string id, IReadOnlyList<CoverageRow> rows)
    {
        var countries = Countries(rows);
        var spec = Spec(id, ChartKind.Map, countries);
        return spec with
        {
            Footer =
            [
                .. spec.Footer,
                new(view.T["note.boundaries"], view.T["footer.note"]),
                new(view.T["note.counted", Formats.Year(Count(countries).Drawn)], view.T["footer.note"]),
            ],
            Marks = [.. countries.OrderBy(r => FoldedText.Of(words.NameOf(r.RefArea)), StringComparer.Ordinal).Select(r => Mark(r))],
            Summary = Summary(countries),
        };
    }

    /// <summary>Who is worst and best off, and where the chosen ones stand. Numbers are places among all countries with a value.</summary>
    public ChartSpec Ranking(string id, IReadOnlyList<CoverageRow> rows)
    {
        var ranked = Countries(rows)
            .OrderByDescending(r => measure == Measure.Coverage ? -words.ValueOf(r) : words.ValueOf(r))
            .ThenBy(r => FoldedText.Of(words.NameOf(r.RefArea)), StringComparer.Ordinal)
            .ToList();
        // Those whose values read the same share a place: what cannot be seen is no difference.
        var places = ranked.Select((row, i) => (Said: words.Say(words.ValueOf(row))!, Place: i + 1)).GroupBy(p => p.Said).ToDictionary(g => g.Key, g => g.Min(p => p.Place));
        var (ends, crowded) = RankingEnds.Of([.. ranked.Select(r => (r.RefArea, words.Say(words.ValueOf(r))!))], view.State.Countries.Contains);
        var shown = ranked.Where(r => ends.Contains(r.RefArea)).ToList();
        var spec = Spec(id, ChartKind.Ranking, ranked);
        return spec with
        {
            Title = view.T["ranking.title", view.T[$"measure.{Urls.NameOf(measure)}"], ContingencyName, Years(ranked)],
            Subtitle = RankingRule(ranked.Count - shown.Count, crowded),
            Marks = [.. shown.Select(r => Mark(r, view.T["ranking.place", Formats.Year(places[words.Say(words.ValueOf(r))!]), words.NameOf(r.RefArea)]))],
            Values = measure == Measure.People ? PeopleAxis(ranked) : ChartAxis.Percent(25),
            Summary = Summary(ranked),
        };
    }

    /// <summary>Which countries the ranking leaves out, and why; null when it has them all.</summary>
    private string? RankingRule(int left, IReadOnlyList<(int Place, int Areas)> crowded)
    {
        if (left == 0)
        {
            return null;
        }

        var ends = view.T["ranking.left", Formats.Year(left)];
        return crowded.Count == 0 ? ends : ends + " " + view.T["ranking.crowded", Formats.Year(RankingEnds.MostOfAPlace),
            string.Join(", ", crowded.Select(c => view.T["ranking.crowded.place", Formats.Year(c.Place), Formats.Year(c.Areas)]))];
    }

    /// <summary>The table twin: every number with its year, source, series and flags.</summary>
    public IReadOnlyList<ChartColumn> Columns(IReadOnlyList<CoverageRow> rows)
    {
        var byArea = rows.ToDictionary(r => r.RefArea);
        ChartColumn Column(string key, Func<CoverageRow, string?> cell, bool number = false) =>
            new(view.T[key], mark => byArea.TryGetValue(mark.RefArea, out var row) ? cell(row) : null) { IsNumber = number };
        return
        [
            Column("column.country", r => words.NameOf(r.RefArea)) with { HeadsRow = true },
            Column("column.year", r => Formats.Year(r.TimePeriod), number: true),
            Column("column.coverage", r => string.Join(' ', new[] { view.Format.Percent(r.Coverage), words.Published(r) }.Where(t => t!.Length > 0)), number: true),
            Column("column.gap", r => view.Format.Points(r.GapPp), number: true),
            Column("column.people", r => r.PeopleUncovered is { } p ? view.Format.Whole((long)Math.Round(p, MidpointRounding.AwayFromZero)) : view.T["column.people.none"], number: true),
            Column("column.population", r => r.PeopleUncovered is null ? "–" : words.Population(r)),
            Column("column.flags", r => words.Flags(r) is { Length: > 0 } flags ? flags : "–"),
            Column("column.source", r => $"{words.SourceOf(r.SourceId)}, {r.SeriesCode}, {view.Format.Vintage(r.Vintage)}"),
        ];
    }

    private string ContingencyName => view.Format.AfterColon(contingency.ShortIn(view.State.Language));

    private List<CoverageRow> Countries(IReadOnlyList<CoverageRow> rows) =>
        [.. rows.Where(r => view.Vocabulary.Areas.TryGetValue(r.RefArea, out var area) && area.IsCountry && words.ValueOf(r) is not null)];

    private ChartSpec Spec(string id, ChartKind kind, List<CoverageRow> rows) => new()
    {
        Id = id,
        Kind = kind,
        Title = view.T["map.title", view.T[$"measure.{Urls.NameOf(measure)}"], ContingencyName, Years(rows)],
        Subtitle = view.T["map.subtitle", contingency.DenominatorIn(view.State.Language)],
        Unit = words.Unit,
        Summary = "",
        Marks = [],
        Bins = Bins(),
        Flags = words.FlagsOfNewest,
        Footer = Footer(rows),
        Words = words.ChartWords,
    };

    private ChartMark Mark(CoverageRow row, string? label = null)
    {
        var value = words.ValueOf(row);
        return new ChartMark
        {
            RefArea = row.RefArea,
            Label = label ?? words.NameOf(row.RefArea),
            Value = value,
            ValueLabel = words.Say(value),
            Keys = [ValueKey.Of(row, measure)],
            TimePeriod = row.TimePeriod,
            IsEmphasised = view.State.Countries.Contains(row.RefArea),
            Bin = ChartBins.KeyOf(Bins(), value),
            Flags = row.TimePeriod < year ? [.. row.FlagList, "older"] : [.. row.FlagList.Where(flag => flag != "stale")],
            Tooltip = words.Tooltip(row),
            Href = Urls.Indicator(view.State with
            {
                Contingency = contingency.Code,
                Countries = view.State.Countries.Count < ViewState.MostCountries ? view.State.Countries.With(row.RefArea) : view.State.Countries,
            }) + "#line",
        };
    }

    private IReadOnlyList<ChartBin> Bins() => measure == Measure.People
        ? ChartBins.Between(PeopleBounds, "gap", (from, to) => to >= 1e10
            ? view.T["bin.from", view.Format.People(from)]
            : view.T["bin.range", from == 0 ? "0" : view.Format.People(from), view.Format.People(to)])
        : ChartBins.Between(PercentBounds, measure == Measure.Gap ? "gap" : "coverage", (from, to) =>
            view.T["bin.range", view.Format.Number(from, 0), view.Format.Number(to, 0)]);

    private ChartAxis PeopleAxis(IEnumerable<CoverageRow> rows)
    {
        var most = rows.Max(r => r.PeopleUncovered) ?? 1;
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1))));
        step = most / step > 5 ? step * 2 : most / step < 2 ? step / 2 : step;
        var ticks = Enumerable.Range(0, (int)Math.Ceiling(most / step) + 1).Select(i => new ChartTick(i * step, i == 0 ? "0" : view.Format.People(i * step))).ToList();
        return new ChartAxis(0, ticks[^1].At, ticks);
    }

    /// <summary>"2020", or "2016–2020" when older years stand in.</summary>
    private static string Years(IEnumerable<CoverageRow> rows)
    {
        var years = rows.Select(r => (int)r.TimePeriod).ToList();
        return years.Count == 0 ? "" : years.Min() == years.Max() ? Formats.Year(years.Max()) : $"{Formats.Year(years.Min())}–{Formats.Year(years.Max())}";
    }

    private string Summary(List<CoverageRow> rows)
    {
        if (rows.Count == 0)
        {
            return view.T["summary.none"];
        }

        var count = Count(rows);
        return view.T["summary.map",
            Formats.Year(count.With), Holders(rows, rows.Max(words.ValueOf)), words.Say(rows.Max(words.ValueOf)),
            Holders(rows, rows.Min(words.ValueOf)), words.Say(rows.Min(words.ValueOf)), Formats.Year(count.Without), Formats.Year(count.Drawn)];
    }

    /// <summary>The country with that value or, where several share it as shown, how many.</summary>
    private string Holders(List<CoverageRow> rows, double? value)
    {
        var shown = words.Say(value);
        var holders = rows.Where(r => words.Say(words.ValueOf(r)) == shown).ToList();
        return holders is [var only] ? words.NameOf(only.RefArea) : view.T["summary.several", Formats.Year(holders.Count)];
    }

    private CountryCount Count(List<CoverageRow> rows) => CountryCount.Of(view.Vocabulary.Areas.Values, rows.Select(r => r.RefArea));

    private List<ChartFooterLine> Footer(List<CoverageRow> rows)
    {
        var lines = new List<ChartFooterLine> { new(words.Name(release) + " · " + view.T["licence.line"], view.T["footer.source"], Urls.Sources(view.State)) };
        var older = rows.Count(r => r.TimePeriod < year);
        if (older > 0)
        {
            lines.Add(new(view.T["note.older", Formats.Year(older), Formats.Year(rows.Count), Formats.Year(year), view.T.Count("unit.say.YR", view.State.MaxAge)], view.T["footer.note"]));
        }

        if (rows.FirstOrDefault(r => r.PeopleUncovered is not null) is { } counted)
        {
            lines.Add(new(words.Population(counted), view.T["footer.population"]));
        }

        if (measure == Measure.People)
        {
            lines.Add(new(view.T["note.people"], view.T["footer.note"]));
        }

        return lines;
    }
}
