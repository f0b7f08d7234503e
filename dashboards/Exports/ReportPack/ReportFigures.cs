using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>The figures of a report: every value of indicator 1.3.1 for one country in one release, with what its codes mean elsewhere.</summary>
internal sealed class ReportFigures
{
    private const string Contingencies = """
        select contingency as Code, un_series as UnSeries,
            case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name, name_en as NameEn
        from indicators.contingency
        order by sort_order
        """;

    private ReportFigures(PageView view, Area country, IReadOnlyList<ObservationRow> rows)
    {
        (View, Country, Rows) = (view, country, rows);
        Lists = view.Session.Query<Contingency>(Contingencies, new { lang = view.State.Language.Code }).ToDictionary(contingency => contingency.Code);
        M49 = view.Session.Query<string>("select m49 from indicators.ref_area where ref_area = $area", new { area = country.RefArea })[0];
        Sources = ProvenanceQuery.Run(view.Session, rows, view.State.Language);
        Flags = FlagsQuery.Run(view.Session, view.State.Language);
    }

    public PageView View { get; }

    public Area Country { get; }

    /// <summary>By contingency, sex and year; never none.</summary>
    public IReadOnlyList<ObservationRow> Rows { get; }

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
            Release = null,
            Limit = int.MaxValue,
            Offset = 0,
        };
        var (_, rows) = ObservationsQuery.Run(view.Session, question, view.State.Language);
        return rows.Count == 0 ? null : new(view, country, rows);
    }

    /// <summary>A contingency as the lists have it.</summary>
    /// <param name="UnSeries">The UN's code of the series: SI_COV_BENFTS.</param>
    public sealed record Contingency(string Code, string? UnSeries, string Name, string NameEn);
}
