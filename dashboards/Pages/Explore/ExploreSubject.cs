using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>One indicator in one contingency and sex: what a chart of the explorer is about.</summary>
/// <param name="Shapes">All combinations the indicator is published in; never empty.</param>
public sealed record ExploreSubject(IndicatorCard Card, IReadOnlyList<ValueShape> Shapes, ValueShape Shape)
{
    /// <summary>Where the indicator knows no contingency.</summary>
    public const string NoContingency = "_Z";

    public bool HasContingencies => Shapes.Any(shape => shape.Contingency != NoContingency);

    public bool HasSexes => Shapes.Any(shape => shape.Sex != "_T");

    /// <summary>Per cent or points, which lie between 0 and 100 more often than not.</summary>
    public bool IsShare => Card.UnitMeasure is "PT" or "PP";

    /// <summary>The values stand for words.</summary>
    public bool IsCode => Card.UnitMeasure == "CODE";

    /// <summary>Nothing of the indicator lies in the years asked for.</summary>
    public bool Misses(TimeSelection time) => (time.Last ?? Shape.LastYear) < Shape.FirstYear || (time.First ?? time.Last ?? Shape.FirstYear) > Shape.LastYear;

    /// <summary>The years asked for as far as the indicator has them; where it has none of them, the nearest year or, for a range, all years.</summary>
    public TimeSelection Within(TimeSelection time)
    {
        if (time.IsRange)
        {
            return Misses(time) ? TimeSelection.Range(null, null) : TimeSelection.Range(Fit(time.First), Fit(time.Last));
        }

        return time.Year is { } year ? TimeSelection.Of(Fit(year)!.Value) : time;

        int? Fit(int? asked) => asked is { } known ? Math.Clamp(known, Shape.FirstYear, Shape.LastYear) : null;
    }

    /// <summary>Null where the vintage has no value of the indicator.</summary>
    public static ExploreSubject? Find(PageView view, IEnumerable<IndicatorCard> cards, string indicator)
    {
        var shapes = ValueQuery.Shapes(view.Session, indicator);
        return Choose(shapes, view.State.Contingency, view.State.Sex) is { } shape ? new(cards.First(card => card.IndicatorId == indicator), shapes, shape) : null;
    }

    /// <summary>The combination asked for, or the one that comes nearest to it: the same contingency, else all persons, else the one with most countries.</summary>
    public static ValueShape? Choose(IReadOnlyList<ValueShape> shapes, string contingency, string sex)
    {
        ValueShape? Of(string c, string s) => shapes.FirstOrDefault(shape => shape.Contingency == c && shape.Sex == s);
        return Of(contingency, sex)
            ?? Of(contingency, "_T")
            ?? shapes.Where(shape => shape.Contingency == contingency).MaxBy(shape => shape.Countries)
            ?? Of(NoContingency, sex)
            ?? Of(NoContingency, "_T")
            ?? Of(ViewState.Default.Contingency, sex)
            ?? Of(ViewState.Default.Contingency, "_T")
            ?? shapes.MaxBy(shape => shape.Countries);
    }

    /// <summary>"Coverage gap: old age, women".</summary>
    public string NameIn(PageView view, IReadOnlyList<Contingency> contingencies)
    {
        string[] parts =
        [
            Shape.Contingency == NoContingency ? "" : ContingencyName(view, contingencies, Shape.Contingency),
            Shape.Sex == "_T" ? "" : view.T[$"sex.{Urls.Sexes.First(sex => sex.InData == Shape.Sex).InUrl}"],
        ];
        var said = string.Join(", ", parts.Where(part => part.Length > 0).Select(view.Format.AfterColon));
        return said.Length == 0 ? Card.Title : view.T["explore.name", Card.Title, said];
    }

    public static string ContingencyName(PageView view, IReadOnlyList<Contingency> contingencies, string code) =>
        contingencies.FirstOrDefault(contingency => contingency.Code == code)?.ShortIn(view.State.Language) ?? code;
}
