using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>Revisions said in the reader's language.</summary>
public sealed class RevisionWords(PageView view)
{
    private readonly CoverageWords words = new(view, view.State.Measure);
    private readonly Dictionary<string, Contingency> contingencies = CoverageQuery.Contingencies(view.Session).ToDictionary(c => c.Code);

    public string Release(CountryRevisions.Count count) => view.T["release.name", words.SourceOf(count.SourceId), view.Format.OfVintage(count.Vintage)];

    public string Sum(CountryRevisions.Count count) => view.T["revisions.sum",
        view.Format.OfVintage(count.VintageBefore), view.Format.Whole(count.Added), view.Format.Whole(count.Changed), view.Format.Whole(count.Relabelled), view.Format.Whole(count.Withdrawn)];

    public string Area(string code) => words.NameOf(code);

    public string Contingency(string code) => contingencies.TryGetValue(code, out var known) ? known.ShortIn(view.State.Language) : code;

    public string Sex(string inData) => view.T[$"sex.{Urls.Sexes.First(sex => sex.InData == inData).InUrl}"];

    /// <summary>"Kenya, old age, women, 2019: 12.0% → 20.0%".</summary>
    public string Line(CountryRevisions.Row row) => view.T["revisions.line",
        Area(row.RefArea), Contingency(row.Contingency), Sex(row.Sex), Formats.Year(row.TimePeriod), view.T[$"change.{row.Change}"], Value(row.ValueBefore), Value(row.ValueAfter)];

    public string Value(double? value) => view.Format.Percent(value) ?? "–";
}
