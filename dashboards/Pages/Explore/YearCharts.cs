using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>Charts over years: one with a line an area, or a small one for each area, sex or contingency.</summary>
public sealed class YearCharts
{
    private const int Colours = 6;

    private readonly PageView view;
    private readonly ExploreSubject subject;
    private readonly ExploreWords words;
    private readonly IReadOnlyList<string> areas;

    /// <param name="areas">In the order in which they take their colours.</param>
    public YearCharts(PageView view, ExploreSubject subject, ExploreWords words, IReadOnlyList<string> areas) =>
        (this.view, this.subject, this.words, this.areas) = (view, subject, words, areas);

    /// <summary>A panel of small multiples.</summary>
    public sealed record Panel(string Key, string Title, IReadOnlyList<ValueRow> Rows);

    /// <summary>A line for each area; null without values.</summary>
    public ExploreChart? Lines(IReadOnlyList<ValueRow> all)
    {
        var rows = Within(all);
        if (rows.Count == 0)
        {
            return null;
        }

        var shown = areas.Where(rows.Select(row => row.RefArea).Contains).ToList();
        var (spec, marks, flags) = Spec("chart", rows);
        var title = view.T["explore.line.title", words.Name, string.Join(", ", shown.Select(words.Words.NameOf)), ExploreWords.Years(rows)];
        return new(
            spec with
            {
                Title = title,
                Subtitle = subject.Card.Definition,
                Summary = string.Join(' ', shown.Select(area => Say(words.Words.NameOf(area), [.. rows.Where(row => row.RefArea == area)]))),
                Marks = [.. rows.Select(row => marks.Add(words.Mark(row, flags) with { Series = row.RefArea, Href = null, IsEmphasised = false }, row))],
                Series = [.. shown.Select(Series)],
                Footer = [.. spec.Footer, .. words.Missing(areas, shown)],
            },
            words.Columns(marks.RowOf));
    }

    /// <summary>Panels on the same axes, with the words of all of them; null without values.</summary>
    public (ExploreChart Whole, IReadOnlyList<ChartSpec> Panels)? Multiples(IReadOnlyList<Panel> given, ExploreFacet facet)
    {
        List<Panel> panels = [.. given.Select(panel => panel with { Rows = Within(panel.Rows) }).Where(panel => panel.Rows.Count > 0)];
        var rows = panels.SelectMany(panel => panel.Rows).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var (spec, marks, flags) = Spec("chart", rows);
        var isOfAreas = facet == ExploreFacet.Country;
        var shown = areas.Where(rows.Select(row => row.RefArea).Contains).ToList();
        var titles = new Dictionary<ChartMark, string>(ReferenceEqualityComparer.Instance);
        ChartMark Mark(ValueRow row, Panel panel)
        {
            var mark = words.Mark(row, flags) with { Series = isOfAreas ? "value" : row.RefArea, Href = null, IsEmphasised = false };
            titles.Add(mark, panel.Title);
            return marks.Add(mark, row);
        }

        List<ChartSpec> specs =
        [
            .. panels.Select(panel => spec with
            {
                Id = $"panel-{panel.Key.ToLowerInvariant()}",
                Title = panel.Title,
                Summary = string.Join(' ', panel.Rows.GroupBy(row => row.RefArea).Select(line => Say(isOfAreas ? panel.Title : words.Words.NameOf(line.Key), [.. line]))),
                Marks = [.. panel.Rows.Select(row => Mark(row, panel))],
                Series = isOfAreas ? [new("value", panel.Title, "series-1")] : [.. shown.Where(panel.Rows.Select(row => row.RefArea).Contains).Select(Series)],
                Footer = [],
            }),
        ];
        var names = string.Join(", ", shown.Select(words.Words.NameOf));
        var whole = spec with
        {
            Title = isOfAreas ? view.T["explore.line.title", words.Name, names, ExploreWords.Years(rows)]
                : view.T[$"explore.multiples.title.{ExploreState.NameOf(facet)}", subject.Card.Title, names, ExploreWords.Years(rows)],
            Subtitle = view.T["explore.multiples.subtitle"],
            Summary = string.Join(' ', specs.Select(panel => isOfAreas ? panel.Summary : view.T["explore.multiples.summary", panel.Title, panel.Summary])),
            Marks = [.. specs.SelectMany(panel => panel.Marks)],
            Series = isOfAreas || shown.Count < 2 ? [] : [.. shown.Select(Series)],
            Footer = [.. spec.Footer, .. words.Missing(areas, shown)],
        };
        IReadOnlyList<ChartColumn> columns = words.Columns(marks.RowOf);
        return (new(whole, isOfAreas ? columns : [columns[0], new(view.T[$"explore.facet.{ExploreState.NameOf(facet)}"], titles.GetValueOrDefault), .. columns.Skip(1)]), specs);
    }

    private (ChartSpec Spec, RowMarks Marks, ExploreFlags Flags) Spec(string id, IReadOnlyList<ValueRow> rows)
    {
        var flags = new ExploreFlags(view, words.Words, rows);
        var (first, last) = (rows.Min(row => row.TimePeriod), rows.Max(row => row.TimePeriod));
        var spec = new ChartSpec
        {
            Id = id,
            Kind = ChartKind.Line,
            Title = "",
            Unit = words.Unit,
            Summary = "",
            Marks = [],
            Flags = [.. flags.Drawn.Where(flag => flag.Shape != ChartFlagShape.Ring)],
            Values = words.Axis(rows.Select(row => row.ObsValue), fromZero: false),
            Years = ChartAxis.OfYears(first, Math.Max(last, first + 1)),
            Footer = [.. words.Footer(rows, flags), new(view.T["line.subtitle", LineLayout.Rule(view.Format)], view.T["footer.note"])],
            Words = words.Words.ChartWords,
        };
        return (spec, new RowMarks(), flags);
    }

    private ChartSeries Series(string area)
    {
        var place = areas.ToList().IndexOf(area);
        return new(area, words.Words.NameOf(area), $"series-{(place % Colours) + 1}", IsSecondary: place >= Colours);
    }

    private IReadOnlyList<ValueRow> Within(IReadOnlyList<ValueRow> rows)
    {
        var time = subject.Within(view.State.Time);
        return !time.IsRange ? rows : [.. rows.Where(row => row.TimePeriod >= (time.First ?? TimeSelection.FirstYear) && row.TimePeriod <= (time.Last ?? TimeSelection.LastYear))];
    }

    private string Say(string name, List<ValueRow> line)
    {
        // Years and codes are no quantities: there is nothing to subtract.
        var unit = subject.Card.UnitMeasure;
        Func<double, string>? difference = unit is "YEAR" or "CODE" ? null : change => unit.StartsWith('P') && unit != "PS" ? view.Format.Points(change) : words.Say(change);
        return TrendPoint.Summary(view.T, name, [.. line.Select(row => new TrendPoint(row.TimePeriod, row.ObsValue, words.Say(row.ObsValue)))], difference);
    }
}
