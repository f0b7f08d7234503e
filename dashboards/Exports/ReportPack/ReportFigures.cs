using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>The figures of a report: the values of indicator 1.3.1 for one country in one release, of the years asked for, with what its codes mean elsewhere.</summary>
internal sealed class ReportFigures
{
    private const string Contingencies = """
        select c.contingency as Code, c.un_series as UnSeries, coalesce(s.title, c.name_en) as UnTitle,
            case $lang when 'fr' then c.name_fr when 'es' then c.name_es else c.name_en end as Name
        from indicators.contingency as c
        left join reference.series as s on s.source_id = 'unsd_sdg' and s.series_code = c.un_series
        order by c.sort_order
        """;

    private ReportFigures(PageView view, Area country, IReadOnlyList<ObservationRow> rows)
    {
        (View, Country, Rows) = (view, country, rows);
        Lists = view.Session.Query<Contingency>(Contingencies, new { lang = view.State.Language.Code }).ToDictionary(contingency => contingency.Code);
        M49 = view.Session.Query<string>("select m49 from indicators.ref_area where ref_area = $area", new { area = country.RefArea })[0];
        Sources = ProvenanceQuery.Run(view.Session, rows, view.State.Language);
        Flags = FlagsQuery.Run(view.Session, view.State.Language);
        Release = CoverageQuery.Releases(view.Session).First(release => view.State.Release is { } asked ? release.Key == asked : release.IsDefault);
    }

    public PageView View { get; }

    public Area Country { get; }

    /// <summary>By contingency, sex and year; never none.</summary>
    public IReadOnlyList<ObservationRow> Rows { get; }

    /// <summary>The one that all rows are of.</summary>
    public Release Release { get; }

    /// <summary>What was asked for is part of what the country has: years, or another release than the default one.</summary>
    public bool IsPart => View.State.Time != TimeSelection.Latest || View.State.Release is not null;

    /// <summary>"2016" or "2016..2020", the years that there are; null when none were asked for.</summary>
    public string? Years
    {
        get
        {
            var (first, last) = (Rows.Min(row => row.TimePeriod), Rows.Max(row => row.TimePeriod));
            return View.State.Time == TimeSelection.Latest ? null : (first == last ? TimeSelection.Of(first) : TimeSelection.Range(first, last)).ToString();
        }
    }

    public IReadOnlyDictionary<string, Contingency> Lists { get; }

    public IReadOnlyList<ProvenanceQuery.Source> Sources { get; }

    public IReadOnlyDictionary<string, string> Flags { get; }

    /// <summary>The UN's number of the country, three digits.</summary>
    public string M49 { get; }

    public Texts T => View.T;

    /// <summary>Null where nothing is published.</summary>
    public static ReportFigures? Read(PageView view, Area country)
    {
        var question = new ObservationsQuestion
        {
            Indicator = "coverage",
            Countries = [country.RefArea],
            Contingency = null,
            Sex = null,
            Time = view.State.Time == TimeSelection.Latest ? null : view.State.Time,
            Release = view.State.Release,
            Limit = int.MaxValue,
            Offset = 0,
        };
        var (_, rows) = ObservationsQuery.Run(view.Session, question, view.State.Language);
        return rows.Count == 0 ? null : new(view, country, rows);
    }

    /// <summary>A contingency as the lists have it.</summary>
    /// <param name="UnSeries">The UN's code of the series: SI_COV_BENFTS.</param>
    /// <param name="UnTitle">What the UN's database calls the series, in English.</param>
    public sealed record Contingency(string Code, string? UnSeries, string UnTitle, string Name);
}
