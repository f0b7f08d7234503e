using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>How figures of a newer release are said, and where each leads.</summary>
public sealed class NewerWords(PageView view, IReadOnlyList<Contingency> contingencies)
{
    private readonly CoverageWords words = new(view, Measure.Coverage);

    public string Name(ReleaseKey release) => words.Name(release.SourceId, release.Vintage);

    public string Date(ReleaseKey release) => view.Format.Vintage(release.Vintage);

    /// <summary>"Old age: 74.4% (2022)".</summary>
    public string Figure(NewerFigure figure) => view.T["newer.item", ContingencyOf(figure.Row), view.Format.Percent(figure.Row.Coverage), Formats.Year(figure.Row.TimePeriod)];

    /// <summary>The same beside what is shown: "Old age: 74.4% (2022); in the release in use 100.0% (2020)".</summary>
    public string Beside(NewerFigure figure) => figure.Shown is { } shown
        ? view.T["newer.beside", Figure(figure), view.Format.Percent(shown.Coverage), Formats.Year(shown.TimePeriod)]
        : view.T["newer.alone", Figure(figure)];

    /// <summary>The page of the indicator, in that release and for that area.</summary>
    public string Url(NewerFigure figure) => Urls.Indicator(ViewState.Default with
    {
        Language = view.State.Language,
        Vintage = view.State.Vintage,
        Countries = new([figure.Row.RefArea]),
        Contingency = figure.Row.Contingency,
        Sex = figure.Row.Sex,
        Release = new(figure.Row.SourceId, figure.Row.Vintage),
    });

    private string ContingencyOf(CoverageRow row) => contingencies.FirstOrDefault(known => known.Code == row.Contingency)?.ShortIn(view.State.Language) ?? row.Contingency;
}
