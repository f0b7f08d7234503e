using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>What the charts of one subject say alike: values, ticks, flags, footers, columns of the table twin.</summary>
public sealed class ExploreWords
{
    /// <summary>Sources named one by one; more would bury the notes under them.</summary>
    private const int MostSources = 3;

    private readonly PageView view;
    private readonly ExploreSubject subject;
    private readonly IReadOnlyDictionary<double, string> codes;

    public ExploreWords(PageView view, ExploreSubject subject, ValueWords words, IReadOnlyList<Contingency> contingencies)
    {
        (this.view, this.subject, Words, Contingencies) = (view, subject, words, contingencies);
        codes = subject.IsCode ? ExploreQuery.CodeNames(view.Session, view.State.Language.Code) : new Dictionary<double, string>();
        Name = subject.NameIn(view, contingencies);
    }

    public ValueWords Words { get; }

    public IReadOnlyList<Contingency> Contingencies { get; }

    /// <summary>The indicator with its contingency and sex.</summary>
    public string Name { get; }

    public string Unit => subject.Card.Unit;

    public string Say(double value) => codes.TryGetValue(value, out var name) ? name : Words.Say(value, subject.Card.UnitMeasure);

    /// <summary>A tick or a bound: as many digits as the number has, at most three.</summary>
    public string Tick(double value)
    {
        if (subject.Card.UnitMeasure is "YEAR" or "CODE")
        {
            return codes.TryGetValue(value, out var name) ? name : Words.Tick(value, subject.Card.UnitMeasure);
        }

        return Math.Abs(value) switch
        {
            >= 1e12 => Exactly("number.trillions", value / 1e12),
            >= 1e9 => Exactly("number.billions", value / 1e9),
            >= 1e6 => Exactly("number.millions", value / 1e6),
            _ => view.Format.Number(value, Digits(value)),
        };
    }

    private string Exactly(string key, double value) => view.T.Amount(key, value, Digits(value));

    private static int Digits(double value) =>
        Enumerable.Range(0, 3).FirstOrDefault(digits => Math.Abs(Math.Round(value, digits) - value) < 1e-9, 3);

    /// <summary>An axis long enough for the values, with round ticks.</summary>
    public ChartAxis Axis(IEnumerable<double> values, bool fromZero)
    {
        var all = values.ToList();
        if (subject.IsCode)
        {
            return new ChartAxis(codes.Keys.Min(), codes.Keys.Max(), [.. codes.Select(code => new ChartTick(code.Key, code.Value))]);
        }

        return all.Count == 0 ? ChartAxis.Percent()
            : subject.IsShare && all.Min() >= 0 && all.Max() is > 50 and <= 100 ? ChartAxis.Percent()
            : ChartAxis.Round(all.Min(), all.Max(), Tick, subject.Card.UnitMeasure != "YEAR" && (fromZero || all.Min() is >= 0 and var least && least < all.Max() / 2));
    }

    /// <summary>The names of the codes, where values are codes: the classes of a map.</summary>
    public IReadOnlyList<ChartBin> CodeBins(ValueSpread? spread) =>
    [
        .. codes.Where(code => code.Key >= spread?.Lowest && code.Key <= spread.Highest)
            .Select((code, i) => new ChartBin($"b{i + 1}", code.Value, code.Key, code.Key + 0.5, $"coverage-{Math.Min(i + 1, ChartBins.ColoursPerScale)}")),
    ];

    /// <summary>"2020", or "2016–2020" when older years stand in.</summary>
    public static string Years(IEnumerable<ValueRow> rows)
    {
        var years = rows.Select(row => (int)row.TimePeriod).ToList();
        return years.Count == 0 ? "" : years.Min() == years.Max() ? Formats.Year(years.Max()) : $"{Formats.Year(years.Min())}–{Formats.Year(years.Max())}";
    }

    /// <summary>A grade in words, with its letter.</summary>
    public string Confidence(string grade) => grade is "A" or "B" or "C" or "D" ? view.T[$"explore.confidence.{grade}"] : view.T["row.confidence", grade];

    /// <summary>Heading, value, older year, source, flags, grade.</summary>
    public IReadOnlyList<string> Tooltip(ValueRow row)
    {
        string[] lines =
        [
            $"{Words.NameOf(row.RefArea)}, {Formats.Year(row.TimePeriod)}",
            Say(row.ObsValue),
            Words.Source(row),
            Words.Flags(row),
            Confidence(row.Confidence),
        ];
        return [.. lines.Where(line => line.Length > 0)];
    }

    /// <summary>The mark of a row; whoever is chosen is drawn larger, and a click leads to the area's line.</summary>
    public ChartMark Mark(ValueRow row, ExploreFlags flags, int? year = null) => new()
    {
        RefArea = row.RefArea,
        Label = Words.NameOf(row.RefArea),
        Value = row.ObsValue,
        ValueLabel = Say(row.ObsValue),
        Keys = [ValueKey.Of(row)],
        TimePeriod = row.TimePeriod,
        Flags = flags.Of(row, isOlder: row.TimePeriod < year),
        Tooltip = Tooltip(row),
        IsEmphasised = view.State.Countries.Contains(row.RefArea),
        Href = LineOf(row.RefArea),
    };

    /// <summary>This indicator's line of an area, beside those already chosen.</summary>
    public string LineOf(string area)
    {
        var chosen = view.State.Countries;
        var own = view.Own<ExploreState>() with { Tab = ExploreTab.Line };
        return Urls.Explore(view.State with { Time = TimeSelection.Latest, Countries = chosen.Count < ViewState.MostCountries ? chosen.With(area) : chosen }, own) + "#chart";
    }

    /// <summary>Agency and release of each source of the rows, then how sure we are, then what all of them have in common.</summary>
    public IReadOnlyList<ChartFooterLine> Footer(IReadOnlyList<ValueRow> rows, ExploreFlags flags)
    {
        var lines = new List<ChartFooterLine> { new(Sources(rows) + " · " + view.T["source.licence"], view.T["footer.source"], Urls.Sources(view.State)) };
        if (flags.OfAll.Count > 0)
        {
            lines.Add(new(view.T["explore.note.all", view.Format.Listed(flags.OfAll.Select(Words.Flag))], view.T["footer.note"]));
        }

        if (rows.Count > 0)
        {
            var grades = rows.GroupBy(row => row.Confidence).OrderBy(grade => grade.Key, StringComparer.Ordinal)
                .Select(grade => view.T.Count("explore.confidence.count", grade.Count(), Confidence(grade.Key)));
            lines.Add(new(string.Join(" · ", grades), view.T["explore.confidence"]));
        }

        lines.Add(new(view.T["footer.vintage", view.Format.Vintage(view.Session.Vintage)], view.T["footer.note"]));

        return lines;
    }

    /// <summary>Said only when it happens.</summary>
    public IEnumerable<ChartFooterLine> Older(IReadOnlyList<ValueRow> rows, int year)
    {
        var older = rows.Count(row => row.TimePeriod < year);
        if (older > 0)
        {
            yield return new(view.T["note.older", Formats.Year(older), Formats.Year(rows.Count), Formats.Year(year), view.T.Count("unit.say.YR", view.State.MaxAge)], view.T["footer.note"]);
        }
    }

    /// <summary>Which of the chosen areas have no value in the chart; said only when it happens.</summary>
    public IEnumerable<ChartFooterLine> Missing(IEnumerable<string> chosen, IEnumerable<string> withValue)
    {
        var without = chosen.Except(withValue).Select(Words.NameOf).ToList();
        if (without.Count > 0)
        {
            yield return new(view.T["explore.note.without", string.Join(", ", without)], view.T["footer.note"]);
        }
    }

    /// <summary>The table twin: every number with its year, flags, grade and source.</summary>
    public IReadOnlyList<ChartColumn> Columns(Func<ChartMark, ValueRow?> rowOf)
    {
        ChartColumn Column(string key, Func<ValueRow, string?> cell, bool number = false) =>
            new(view.T[key], mark => rowOf(mark) is { } row ? cell(row) : null) { IsNumber = number };
        return
        [
            Column("column.area", row => Words.NameOf(row.RefArea)) with { HeadsRow = true },
            Column("column.year", row => Formats.Year(row.TimePeriod), number: true),
            Column("explore.column.value", row => Say(row.ObsValue), number: true),
            Column("column.flags", row => Words.Flags(row) is { Length: > 0 } flags ? flags : "–"),
            Column("explore.confidence", row => Confidence(row.Confidence)),
            Column("column.source", SourceOf),
        ];
    }

    /// <summary>Agency, series and release, for a cell.</summary>
    public string SourceOf(ValueRow row) => $"{Words.Producer(row.SourceId)}, {row.SeriesCode}, {view.Format.Vintage(row.Vintage)}";

    /// <summary>"ILO, release of 17 April 2022; World Bank, release of July 2026".</summary>
    public string Sources(IEnumerable<ValueRow> rows)
    {
        var named = rows.GroupBy(row => (row.SourceId, row.Vintage)).OrderByDescending(source => source.Count())
            .Select(source => view.T["release.name", Words.Producer(source.Key.SourceId), view.Format.OfVintage(source.Key.Vintage)]).Distinct().ToList();
        var shown = view.Format.Listed(named.Take(MostSources));
        return named.Count > MostSources ? view.T["explore.sources.more", shown, Formats.Year(named.Count - MostSources)] : named.Count == 0 ? view.T["footer.sources.link"] : shown;
    }
}
