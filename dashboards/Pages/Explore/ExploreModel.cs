using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Reforms;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>Everything the explorer shows: one indicator, seen one way.</summary>
public sealed class ExploreModel
{
    /// <summary>Where a comparison of two years begins unless somebody says otherwise: the first year of the Goals.</summary>
    private const int FirstYearOfGoals = 2015;

    /// <summary>What indicators are held against unless somebody chooses: the first that is known and is another.</summary>
    private static readonly string[] UsualAgainst = ["fiscal_tax", "coverage", "informal_employment_rate"];

    private const int AreasToStart = 6;

    private ExploreModel()
    {
    }

    public required IReadOnlyList<IndicatorCard> Cards { get; init; }

    public required IReadOnlyList<Contingency> Contingencies { get; init; }

    /// <summary>Null where this vintage has no value of the indicator.</summary>
    public required ExploreSubject? Subject { get; init; }

    public required IndicatorCard Card { get; init; }

    public ExploreWords Words { get; private init; } = null!;

    /// <summary>The year shown; the later of two.</summary>
    public int Year { get; private init; }

    /// <summary>The earlier year of a comparison, the first of a range.</summary>
    public int FirstYear { get; private init; }

    /// <summary>What was asked for and cannot be had, in words.</summary>
    public IReadOnlyList<string> Notices { get; private set; } = [];

    /// <summary>The chart of the tab; null where there is nothing to draw.</summary>
    public ExploreChart? Chart { get; private set; }

    /// <summary>Groups of countries, under the ranking and in the table.</summary>
    public ExploreChart? Groups { get; private set; }

    public IReadOnlyList<ChartSpec> Panels { get; private set; } = [];

    /// <summary>Countries, then groups: the rows of the table.</summary>
    public (IReadOnlyList<ValueRow> Countries, IReadOnlyList<ValueRow> Groups) Rows { get; private set; } = ([], []);

    /// <summary>The second indicator of the scatter.</summary>
    public IndicatorCard? Against { get; private set; }

    /// <summary>The second indicator's values are far enough apart for an axis of powers of ten.</summary>
    public bool CanBeLog { get; private set; }

    public static ExploreModel Read(PageView view)
    {
        var own = view.Own<ExploreState>();
        var cards = IndicatorCard.All(view.Session, view.State.Language);
        var contingencies = CoverageQuery.Contingencies(view.Session);
        var subject = ExploreSubject.Find(view, cards, own.Indicator);
        var card = cards.FirstOrDefault(known => known.IndicatorId == own.Indicator) ?? new IndicatorCard { IndicatorId = own.Indicator, Title = own.Indicator };
        if (subject is null)
        {
            return new() { Cards = cards, Contingencies = contingencies, Subject = null, Card = card };
        }

        var time = subject.Within(view.State.Time);
        var year = time.Last ?? subject.Shape.LastYear;
        var first = time.IsRange ? time.First ?? subject.Shape.FirstYear : Math.Max(FirstYearOfGoals, (int)subject.Shape.FirstYear);
        var values = new ValueWords(view);
        var model = new ExploreModel
        {
            Cards = cards,
            Contingencies = contingencies,
            Subject = subject,
            Card = card,
            Words = new ExploreWords(view, subject, values, contingencies),
            Year = year,
            FirstYear = first < year ? first : Math.Min(subject.Shape.FirstYear, year - 1),
        };
        model.Notices = [.. model.Fallbacks(view, subject)];
        model.Draw(view, own, subject, values);
        return model;
    }

    private void Draw(PageView view, ExploreState own, ExploreSubject subject, ValueWords values)
    {
        switch (own.Tab)
        {
            case ExploreTab.Line:
                var lines = Areas(view, subject);
                Chart = new YearCharts(view, subject, Words, lines)
                    .Lines(ValueQuery.OfYears(view.Session, own.Indicator, subject.Shape.Contingency, subject.Shape.Sex, lines));
                Chart = Chart is null ? null : Chart with { Spec = AreaEvents.OnChosen(view, Chart.Spec, lines, subject.Shape.Contingency, Contingencies) };
                break;
            case ExploreTab.Multiples:
                DrawMultiples(view, own, subject);
                break;
            case ExploreTab.Dumbbell:
                Chart = new PairChart(view, subject, Words, FirstYear, Year).Chart(
                    ExploreQuery.Nearest(view.Session, own.Indicator, subject.Shape, FirstYear, view.State.MaxAge, laterFirst: false),
                    ExploreQuery.Nearest(view.Session, own.Indicator, subject.Shape, Year, view.State.MaxAge, laterFirst: true),
                    own.Order);
                break;
            case ExploreTab.Scatter:
                DrawScatter(view, own, subject, values);
                break;
            default:
                var charts = new AreaCharts(view, subject, Words, Year, OfAreas(view, subject, Year));
                var spread = ExploreQuery.Spread(view.Session, own.Indicator, subject.Shape);
                Rows = (charts.Countries, charts.Groups);
                Chart = Rows.Countries.Count == 0 ? null : own.Tab == ExploreTab.Ranking ? charts.Ranking(spread) : charts.Map(spread);
                Groups = charts.OfGroups();
                break;
        }
    }

    private void DrawMultiples(PageView view, ExploreState own, ExploreSubject subject)
    {
        var areas = own.Facet == ExploreFacet.Country || view.State.Countries.Count > 0
            ? Areas(view, subject)
            : [.. Areas(view, subject).Take(1)];
        var all = ExploreQuery.Everything(view.Session, own.Indicator, areas);
        var facet = FacetOf(own, subject);
        IEnumerable<YearCharts.Panel> panels = facet switch
        {
            ExploreFacet.Sex => Urls.Sexes.Select(sex =>
                new YearCharts.Panel(sex.InUrl, view.T[$"sex.{sex.InUrl}"], [.. all.Where(row => row.Sex == sex.InData && row.Contingency == subject.Shape.Contingency)])),
            ExploreFacet.Contingency => Contingencies.Select(contingency =>
                new YearCharts.Panel(contingency.Code, contingency.ShortIn(view.State.Language), [.. all.Where(row => row.Contingency == contingency.Code && row.Sex == subject.Shape.Sex)])),
            _ => areas.Select(area => new YearCharts.Panel(
                area, Words.Words.NameOf(area), [.. all.Where(row => row.RefArea == area && row.Sex == subject.Shape.Sex && row.Contingency == subject.Shape.Contingency)])),
        };
        if (new YearCharts(view, subject, Words, areas).Multiples([.. panels], facet) is { } drawn)
        {
            (Chart, Panels) = drawn;
        }
    }

    private void DrawScatter(PageView view, ExploreState own, ExploreSubject subject, ValueWords values)
    {
        var wanted = own.Against is { } asked && asked != own.Indicator ? asked
            : UsualAgainst.FirstOrDefault(id => id != own.Indicator && Cards.Any(card => card.IndicatorId == id))
            ?? Cards.FirstOrDefault(card => card.IndicatorId != own.Indicator)?.IndicatorId;
        Against = Cards.FirstOrDefault(card => card.IndicatorId == wanted);
        if (wanted is null || Against is null || ExploreSubject.Find(view, Cards, wanted) is not { } other)
        {
            return;
        }

        var year = other.Within(view.State.Time).Last ?? other.Shape.LastYear;
        var across = OfAreas(view, other, year);
        CanBeLog = ScatterChart.CanBeLog([.. across.Where(row => view.Vocabulary.Areas.TryGetValue(row.RefArea, out var area) && area.IsCountry)]);
        Chart = new ScatterChart(view, subject, Words, other, new ExploreWords(view, other, values, Contingencies))
            .Chart(OfAreas(view, subject, Year), across, (Year, year), own.IsLog);
    }

    private static IReadOnlyList<ValueRow> OfAreas(PageView view, ExploreSubject subject, int year) =>
        ValueQuery.OfAreas(view.Session, subject.Card.IndicatorId, subject.Shape.Contingency, subject.Shape.Sex, year, view.State.MaxAge);

    private static IReadOnlyList<string> Areas(PageView view, ExploreSubject subject) => view.State.Countries.Count > 0
        ? view.State.Countries
        : ExploreQuery.AreasToStart(view.Session, subject.Card.IndicatorId, subject.Shape, AreasToStart);

    private static ExploreFacet FacetOf(ExploreState own, ExploreSubject subject) => own.Facet switch
    {
        ExploreFacet.Sex when subject.HasSexes => ExploreFacet.Sex,
        ExploreFacet.Contingency when subject.HasContingencies => ExploreFacet.Contingency,
        _ => ExploreFacet.Country,
    };

    private IEnumerable<string> Fallbacks(PageView view, ExploreSubject subject)
    {
        var (state, own, T) = (view.State, view.Own<ExploreState>(), view.T);
        var isOtherContingency = state.Contingency != ViewState.Default.Contingency && state.Contingency != subject.Shape.Contingency;
        var isOtherSex = state.Sex != subject.Shape.Sex;
        if (isOtherContingency || isOtherSex)
        {
            // Only what differs is named: nobody asked for what is the default.
            string Combination(string contingency, string sex) => string.Join(", ", new[]
            {
                !isOtherContingency ? ""
                    : contingency == ExploreSubject.NoContingency ? T["explore.contingency.none"] : ExploreSubject.ContingencyName(view, Contingencies, contingency),
                isOtherSex ? T[$"sex.{Urls.Sexes.First(known => known.InData == sex).InUrl}"] : "",
            }.Where(part => part.Length > 0));
            yield return T["explore.fallback", Combination(state.Contingency, state.Sex), Combination(subject.Shape.Contingency, subject.Shape.Sex)];
        }

        if (own.Tab == ExploreTab.Multiples && FacetOf(own, subject) != own.Facet)
        {
            yield return T["explore.fallback.facet", T[$"explore.facet.{ExploreState.NameOf(own.Facet)}"]];
        }

        if (own.Tab == ExploreTab.Scatter && own.Against == own.Indicator)
        {
            yield return T["explore.fallback.against"];
        }

        if (own.Tab is ExploreTab.Line or ExploreTab.Multiples && state.Time.Year is { } one)
        {
            yield return T["explore.fallback.line", Formats.Year(one)];
        }

        if (subject.Misses(state.Time))
        {
            yield return T["explore.fallback.year", state.Time.ToString(), Formats.Year(subject.Shape.FirstYear), Formats.Year(subject.Shape.LastYear)];
        }
    }
}
