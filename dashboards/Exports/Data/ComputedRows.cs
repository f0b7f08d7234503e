using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>Rows of what a page worked out itself: country, year and unit as the mark's basis has them, and a flag that says whose work it is.</summary>
/// <param name="published">The published values that the marks rest on, as far as there are any.</param>
internal sealed class ComputedRows(PageView view, ChartSpec spec, IReadOnlyDictionary<ValueKey, ObservationRow> published)
{
    /// <summary>Flag of every such row. No published value has it, so the list of flags does not either: its words are a text.</summary>
    public const string Flag = "computed_here";

    /// <summary>What a value may differ by from the published one it equals: the two are computed by different programs.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>The published values behind a mark that draws none of them.</summary>
    public static IEnumerable<ValueKey> KeysOf(ChartMark mark) =>
        mark.Basis is not { } basis ? [] : basis.Standard is { } standard ? basis.From.Prepend(standard) : basis.From;

    /// <summary>The published row where the mark shows its very value, as it does under standard settings.</summary>
    public ObservationRow? Standard(ChartMark mark) =>
        mark.Basis?.Standard is { } key && published.TryGetValue(key, out var row) && mark.Value is { } value && row.ObsValue is { } known
            && Math.Abs(value - known) <= Tolerance * Math.Max(1, Math.Abs(known)) ? row : null;

    public ObservationRow Of(ChartMark mark) => About(mark) with
    {
        IndicatorId = CodeOf(mark),
        ObsValue = mark.Value,
        ShownValue = mark.Value,
        ObsStatus = mark.Basis?.ObsStatus ?? "E",
        // What is to be minded of the published ones is to be minded of what was made of the same inputs.
        FlagText = string.Join('|', KeysOf(mark).Where(published.ContainsKey).SelectMany(key => published[key].Flags).Distinct().Append(Flag)),
        CommentObs = Labelled(mark, view.T["export.computed", mark.ValueLabel]),
        SourceId = "spindicators",
        Vintage = view.Session.Vintage,
    };

    /// <summary>There is no value: which one there is not, where there would be a published one of the kind.</summary>
    public ObservationRow Missing(ChartMark mark) => About(mark) with
    {
        IndicatorId = mark.Basis?.Standard is { } standard && IndicatorCard.Find(view.Session, view.State.Language, standard.IndicatorId) is not null ? standard.IndicatorId : CodeOf(mark),
        ObsStatus = ChartRows.NoValue,
        CommentObs = Labelled(mark, view.T["chart.nodata"]),
    };

    private ObservationRow About(ChartMark mark) => mark.Basis is { } basis
        ? new()
        {
            RefArea = basis.RefArea, RefAreaName = NameOf(basis.RefArea), TimePeriod = basis.TimePeriod ?? 0, UnitMeasure = basis.UnitMeasure,
            Sex = KeysOf(mark).FirstOrDefault()?.Sex ?? "", Contingency = KeysOf(mark).FirstOrDefault()?.Contingency ?? "",
        }
        : new() { RefArea = view.Vocabulary.Areas.ContainsKey(mark.RefArea) ? mark.RefArea : "", RefAreaName = mark.Label, TimePeriod = mark.TimePeriod ?? 0 };

    /// <summary>"chart:benefits:child-cost-A": no indicator of the catalogue, and no two marks of a year have the same.</summary>
    private string CodeOf(ChartMark mark) =>
        string.Join(':', new[] { "chart", spec.Id, mark.RefArea == mark.Basis?.RefArea ? "" : mark.RefArea, mark.Series ?? "" }.Where(part => part.Length > 0));

    private string Labelled(ChartMark mark, string said) => mark.Basis is null ? said : view.T["export.labelled", mark.Label, said];

    private string NameOf(string area) => view.Vocabulary.Areas.GetValueOrDefault(area)?.NameIn(view.State.Language) ?? area;
}
