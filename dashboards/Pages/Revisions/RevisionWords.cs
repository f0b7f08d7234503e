using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>Revisions said in the reader's language.</summary>
public sealed class RevisionWords(PageView view)
{
    private static readonly int[] Decimals = [1, 3, 6, 9];

    private const string Sources = "select source_id as SourceId, producer as Producer, case $lang when 'fr' then title_fr when 'es' then title_es else title end as Title from indicators.source";

    private readonly Dictionary<string, Source> sources = view.Session.List<Source>(Sources, view.State.Language.Code).ToDictionary(source => source.SourceId);
    private readonly CoverageWords words = new(view, view.State.Measure);
    private readonly Dictionary<string, Contingency> contingencies = CoverageQuery.Contingencies(view.Session).ToDictionary(c => c.Code);

    /// <summary>Of coverage the agency, as the pages call it; of any other source its producer and its own title.</summary>
    public string Release(CountryRevisions.Count count) => view.T["release.name",
        !OfCoverage.Contains(count.SourceId) && sources.TryGetValue(count.SourceId, out var source) ? $"{source.Producer}, {source.Title}" : words.SourceOf(count.SourceId),
        view.Format.OfVintage(count.Vintage)];

    public string Sum(CountryRevisions.Count count) => view.T["revisions.sum",
        view.Format.OfVintage(count.VintageBefore), view.Format.Whole(count.Added), view.Format.Whole(count.Changed), view.Format.Whole(count.Relabelled), view.Format.Whole(count.Withdrawn)]
        + (count.Absent == 0 ? "" : " " + view.T.Count("revisions.absent", count.Absent));

    public string Area(string code) => words.NameOf(code);

    public string Contingency(string code) => contingencies.TryGetValue(code, out var known) ? known.ShortIn(view.State.Language) : code;

    public string Sex(string inData) => view.T[$"sex.{Urls.Sexes.First(sex => sex.InData == inData).InUrl}"];

    /// <summary>"Kenya, old age, women, 2019: 12.0% → 20.0%".</summary>
    public string Line(CountryRevisions.Row row) => view.T["revisions.line",
        Area(row.RefArea), Contingency(row.Contingency), Sex(row.Sex), Formats.Year(row.TimePeriod), view.T[$"change.{row.Change}"], Value(row.ValueBefore), Value(row.ValueAfter)];

    /// <summary>The same of any series; what is no coverage is called as its source calls it, with as many decimals as show the change.</summary>
    public string Line(SeriesRevisions.Row row)
    {
        if (row.Contingency is { } contingency)
        {
            return Line(new CountryRevisions.Row(row.SourceId, row.Vintage, row.Change, row.RefArea, row.TimePeriod, row.Sex ?? "_T", contingency, row.ValueBefore, row.ValueAfter));
        }

        var decimals = Decimals.FirstOrDefault(d => view.Format.Number(row.ValueBefore, d) != view.Format.Number(row.ValueAfter, d), Decimals[^1]);
        var series = string.Join(", ", new[] { row.Series, row.Breakdown, row.Sex is "F" or "M" ? Sex(row.Sex) : "" }.Where(part => part.Length > 0));
        return view.T["revisions.line.series", Area(row.RefArea), series, Formats.Year(row.TimePeriod), view.T[$"change.{row.Change}"],
            view.Format.Number(row.ValueBefore, decimals) ?? "–", view.Format.Number(row.ValueAfter, decimals) ?? "–"];
    }

    private HashSet<string> OfCoverage => [.. view.Vocabulary.Releases.Select(release => release.SourceId)];

    private sealed record Source(string SourceId, string Producer, string Title);

    public string Value(double? value) => view.Format.Percent(value) ?? "–";
}
