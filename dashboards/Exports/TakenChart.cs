using System.Globalization;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports;

/// <summary>A chart that is being taken away, with all that its file must still say when it is far from here.</summary>
internal sealed class TakenChart
{
    private readonly Lazy<IReadOnlyList<ObservationRow>> rows;
    private readonly Lazy<IReadOnlyList<ProvenanceQuery.Source>> sources;

    /// <param name="origin">Scheme, host and base path of this installation, for addresses that hold outside it.</param>
    /// <param name="page">The address of the page without its vintage, where it is not the view's own.</param>
    public TakenChart(PageView view, ShelvedChart chart, string origin, DateOnly exportedOn, Func<ViewState, string>? page = null)
    {
        (View, Chart, ExportedOn) = (view, chart, exportedOn);
        Permalink = origin + (page ?? Own)(view.Frozen);
        NewestLink = origin + (page ?? Own)(view.State with { Vintage = null });
        var (path, query) = (Permalink[origin.Length..].Split('?')[0], Permalink.Split('?').ElementAtOrDefault(1));
        MetadataLink = $"{origin}{(path == Urls.OverviewPath ? Urls.OverviewName : path)}{ExportFormat.Metadata.Ending}?{query}{(query is null ? "" : "&")}{ExportAsked.ChartName}={chart.Spec.Id}";
        string Own(ViewState state) => view.Url(_ => state);
        rows = new(() => ChartRows.Of(view, Spec));
        sources = new(() => ProvenanceQuery.Run(view.Session, Rows, view.State.Language, ProvenanceQuery.InputsOf(view.Session, Computed)));
    }

    public PageView View { get; }

    public ShelvedChart Chart { get; }

    public ChartSpec Spec => Chart.Spec;

    public DateOnly ExportedOn { get; }

    /// <summary>The page as it is now, with the published vintage frozen.</summary>
    public string Permalink { get; }

    /// <summary>The same page, following new data.</summary>
    public string NewestLink { get; }

    /// <summary>The metadata of this chart, of this vintage.</summary>
    public string MetadataLink { get; }

    public IReadOnlyList<ObservationRow> Rows => rows.Value;

    /// <summary>Rows of published series; what a page worked out itself is of no data structure.</summary>
    public IEnumerable<ObservationRow> Series => Rows.Where(row => row.SeriesCode.Length > 0);

    /// <summary>Of the figures, of those they were computed from, here or before, and of the populations.</summary>
    public IReadOnlyList<ProvenanceQuery.Source> Sources => sources.Value;

    /// <summary>Those drawn, and those that what was worked out here is of the kind of.</summary>
    public IReadOnlyList<IndicatorCard> Indicators =>
        [.. Rows.Select(row => row.IndicatorId).Concat(Spec.Marks.SelectMany(ComputedRows.KeysOf).Select(key => key.IndicatorId)).Distinct().Select(id => IndicatorCard.Find(View.Session, View.State.Language, id)).OfType<IndicatorCard>()];

    /// <summary>What a picture draws and says: where values were worked out, it names the producers of what they were worked out from.</summary>
    public ChartSpec Pictured => Spec.Marks.Any(mark => mark.Basis is not null) && Sources.Count > 0
        ? Spec with { Footer = [new(View.T["export.inputs", string.Join("; ", Sources.Select(source => $"{source.Producer} ({source.Vintage})").Distinct())], View.T["footer.source"]), .. Spec.Footer] }
        : Spec;

    /// <summary>What a picture says around its chart.</summary>
    public PictureFrame Frame => new()
    {
        Application = "SpIndicators",
        Permalink = Permalink,
        Licence = View.T["export.licence", string.Join(", ", Sources.Select(source => source.Licence).Distinct().DefaultIfEmpty(View.T["source.own"]))],
        Vintage = View.T["export.vintage", View.Format.Vintage(View.Session.Vintage)],
        Exported = View.T["export.exported", View.Format.Date(ExportedOn)],
    };

    /// <summary>Page, chart, what the view chooses, the years that are shown, vintage.</summary>
    public string FileStem => FileStemWith([]);

    /// <param name="form">How the file is made, where that is not as usual.</param>
    public string FileStemWith(IEnumerable<string> form)
    {
        var page = View.Path.Trim('/') is { Length: > 0 } path ? path : Urls.OverviewName[1..];
        // Of several countries asked for, what is worked out may be about one.
        var about = Spec.Marks.Select(mark => mark.Basis?.RefArea).OfType<string>().Distinct().ToList();
        var state = View.State with { Vintage = null, Time = TimeSelection.Latest, Countries = about.Count > 0 ? new(about) : View.State.Countries };
        return FileName.Of([page, Spec.Id, .. Urls.Parameters(state, View.OwnState).Select(parameter => parameter.Value)], [Years, .. form, View.Session.Vintage]);
    }

    /// <summary>"2016..2020": of the values shown, whatever was asked for; "" without any.</summary>
    private string Years
    {
        get
        {
            var years = Spec.Marks.Where(mark => mark.Value is not null)
                .SelectMany(mark => new[] { mark.TimePeriod ?? mark.Basis?.TimePeriod, mark.AgainstPeriod }).OfType<int>().ToList();
            return years.Count == 0 ? "" : (years.Min() == years.Max() ? TimeSelection.Of(years[0]) : TimeSelection.Range(years.Min(), years.Max())).ToString();
        }
    }

    /// <summary>Values of indicators that are made from others; those of releases are their own source.</summary>
    private HashSet<(string IndicatorId, string RefArea)> Computed =>
        [.. Spec.Marks.SelectMany(mark => mark.Keys.Concat(ComputedRows.KeysOf(mark))).Where(key => key.SourceId is null).Select(key => (key.IndicatorId, key.RefArea))];

    public string ExportedText => ExportedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
