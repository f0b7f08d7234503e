using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Reforms;

/// <summary>Reforms and ratifications of a few countries, for the line chart of a contingency.</summary>
public static class AreaEvents
{
    /// <summary>Events of more countries would hide the lines, and nobody could tell whose they are.</summary>
    public const int MostCountries = 3;

    /// <summary>Years an axis with events has at least.</summary>
    public const int FewestYears = 4;

    private const string AnyBenefit = "TOTAL";

    /// <summary>Years around the points in which an event is still drawn.</summary>
    private const int YearsAround = 10;

    /// <summary>Those of a contingency; all of them for any benefit.</summary>
    public static IReadOnlyList<Reform> About(string contingency, IEnumerable<Reform> reforms) =>
        [.. reforms.Where(reform => contingency == AnyBenefit || reform.Contingency == contingency)];

    /// <summary>What happened in these countries that concerns the contingency.</summary>
    /// <param name="contingency">One of the nine; nothing is told beside figures of none.</param>
    public static IReadOnlyList<ChartEvent> Of(PageView view, IReadOnlyList<string> areas, string contingency, IReadOnlyList<Contingency> contingencies)
    {
        var countries = Countries(view, areas);
        if (countries.Count is 0 or > MostCountries || contingencies.All(known => known.Code != contingency))
        {
            return [];
        }

        string Told(string area, string text) => countries.Count == 1 ? text : view.T["events.of", view.Vocabulary.Areas[area].NameIn(view.State.Language), text];
        return
        [
            .. EventQuery.Ratifications(view.Session, countries, view.State.Language).Select(ratified => new ChartEvent(
                ratified.Year,
                Told(ratified.RefArea, view.T["events.ratified", ratified.Convention]),
                Told(ratified.RefArea, view.T["events.of", ratified.Name, view.T[ratified.IsVerified ? "country.ratified" : "country.ratified.unverified", ratified.RatifiedOn is { } day ? view.Format.Date(day) : Formats.Year(ratified.Year)]]),
                IsUncertain: !ratified.IsVerified)),
            .. About(contingency, EventQuery.Reforms(view.Session, countries, view.State.Language))
                .Select(reform => (reform.RefArea, Happened: Event(view, reform, contingencies)))
                .Select(told => told.Happened with { Label = Told(told.RefArea, told.Happened.Label), Detail = Told(told.RefArea, told.Happened.Detail) }),
        ];
    }

    public static ChartEvent Event(PageView view, Reform reform, IReadOnlyList<Contingency> contingencies) => new(
        reform.Year,
        reform.ShortName,
        view.T["events.reform.detail", reform.Name, contingencies.First(known => known.Code == reform.Contingency).ShortIn(view.State.Language), view.T[$"events.basis.{reform.YearBasis}"]])
    {
        Kind = ChartEventKind.Reform,
        Source = reform.Source,
        Href = reform.SourceUrl,
    };

    /// <summary>The chart with the events, their words, and, where nobody chose the years, an axis that has room for those near its lines.</summary>
    public static ChartSpec On(PageView view, ChartSpec spec, IReadOnlyList<ChartEvent> events, bool mayWiden)
    {
        var years = spec.Marks.Where(mark => mark is { Value: not null, TimePeriod: not null }).Select(mark => mark.TimePeriod!.Value).ToList();
        if (years.Count == 0 || events.Count == 0)
        {
            return spec;
        }

        var axis = mayWiden ? Widened(years.Min(), years.Max(), events) : spec.Years!;
        var marked = LineEvent.Place(events, axis).OrderBy(sign => sign.Events[0].Year).Select(sign => Said(view, sign)).ToList();
        return spec with
        {
            Years = axis,
            Events = events,
            EventWords = Words(view),
            Summary = marked.Count == 0 ? spec.Summary : $"{spec.Summary} {view.T["events.summary", string.Join(", ", marked)]}",
        };
    }

    /// <summary>The same for countries that a reader chose, with a word where they are too many.</summary>
    public static ChartSpec OnChosen(PageView view, ChartSpec spec, IReadOnlyList<string> areas, string contingency, IReadOnlyList<Contingency> contingencies)
    {
        var isTooMany = Countries(view, view.State.Countries).Count > MostCountries && contingencies.Any(known => known.Code == contingency);
        return isTooMany
            ? spec with { Footer = [.. spec.Footer, new(view.T["events.many", Formats.Year(MostCountries)], view.T["footer.note"])] }
            : On(view, spec, Of(view, areas, contingency, contingencies), mayWiden: !view.State.Time.IsRange);
    }

    public static ChartEventWords Words(PageView view) => new()
    {
        Title = view.T["events.title"],
        Note = view.T["events.note"],
        Ratification = view.T["events.ratification"],
        Reform = view.T["events.reform"],
        NotDrawn = view.T["events.notdrawn"],
        Source = view.T["events.source"],
    };

    // "1–2. Social Protection Law (2023)": several parts of one law are one mark, and are called by its name once.
    private static string Said(PageView view, LineEvent sign)
    {
        var names = string.Join(", ", sign.Events.Select(happened => happened.Label).Distinct());
        return view.T["events.when", sign.Kind == ChartEventKind.Reform ? $"{sign.Label}. {names}" : names, Formats.Year(sign.Events[0].Year)];
    }

    private static List<string> Countries(PageView view, IEnumerable<string> areas) =>
        [.. areas.Where(area => view.Vocabulary.Areas.TryGetValue(area, out var known) && known.IsCountry)];

    // One or two points alone say little: the axis has room for what happened around them.
    private static ChartAxis Widened(int firstPoint, int lastPoint, IReadOnlyList<ChartEvent> events)
    {
        var near = events.Select(happened => happened.Year).Where(year => year >= firstPoint - YearsAround && year <= lastPoint + YearsAround).ToList();
        var last = Math.Max(lastPoint, near.DefaultIfEmpty(0).Max());
        return ChartAxis.OfYears(Math.Min(Math.Min(firstPoint, near.DefaultIfEmpty(last).Min()), last - FewestYears), last);
    }
}
