using System.Globalization;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports;

/// <summary>A chart that is being taken away, with all that its file must still say when it is far from here.</summary>
internal sealed class TakenChart
{
    private readonly Lazy<IReadOnlyList<ObservationRow>> rows;

    /// <param name="origin">Scheme, host and base path of this installation, for addresses that hold outside it.</param>
    /// <param name="page">The address of the page without its vintage, where it is not the view's own.</param>
    public TakenChart(PageView view, ShelvedChart chart, string origin, DateOnly exportedOn, Func<State.ViewState, string>? page = null)
    {
        (View, Chart, ExportedOn) = (view, chart, exportedOn);
        Permalink = origin + (page ?? Own)(view.Frozen);
        NewestLink = origin + (page ?? Own)(view.State with { Vintage = null });
        string Own(State.ViewState state) => view.Url(_ => state);
        rows = new(() => ChartRows.Of(view, Spec));
    }

    public PageView View { get; }

    public ShelvedChart Chart { get; }

    public ChartSpec Spec => Chart.Spec;

    public DateOnly ExportedOn { get; }

    /// <summary>The page as it is now, with the published vintage frozen.</summary>
    public string Permalink { get; }

    /// <summary>The same page, following new data.</summary>
    public string NewestLink { get; }

    public IReadOnlyList<ObservationRow> Rows => rows.Value;

    public IReadOnlyList<ProvenanceQuery.Source> Sources => ProvenanceQuery.Run(View.Session, Rows, View.State.Language);

    public IReadOnlyList<IndicatorCard> Indicators =>
        [.. Rows.Select(row => row.IndicatorId).Where(id => id.Length > 0).Distinct().Select(id => IndicatorCard.Find(View.Session, View.State.Language, id)).OfType<IndicatorCard>()];

    /// <summary>What a picture says around its chart.</summary>
    public PictureFrame Frame => new()
    {
        Application = "SpIndicators",
        Permalink = Permalink,
        Licence = View.T["export.licence", string.Join(", ", Sources.Select(source => source.Licence).Distinct().DefaultIfEmpty(View.T["source.own"]))],
        Vintage = View.T["export.vintage", View.Format.Vintage(View.Session.Vintage)],
        Exported = View.T["export.exported", View.Format.Date(ExportedOn)],
    };

    /// <summary>Page, chart, all that the address asks for, vintage.</summary>
    public string FileStem
    {
        get
        {
            var page = View.Path.Trim('/') is { Length: > 0 } path ? path : Urls.OverviewName[1..];
            var asked = Urls.Parameters(View.State with { Vintage = null }, View.OwnState).Select(parameter => parameter.Value);
            return FileName.Of([page, Spec.Id, .. asked], View.Session.Vintage);
        }
    }

    public string ExportedText => ExportedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
