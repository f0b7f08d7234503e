using System.Text.Json;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>
/// What goes along with the values: the chart, its selection, each indicator's definition and formula, each release with its
/// licence and the hash of its file, the flags in words. The same object is the sidecar, a sheet and a part of the packed file.
/// </summary>
internal static class ChartMetadata
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        WriteIndented = true,
    };

    public static object Of(TakenChart taken)
    {
        var (spec, view, t) = (taken.Spec, taken.View, taken.View.T);
        return new
        {
            Chart = new
            {
                spec.Id,
                spec.Title,
                spec.Subtitle,
                spec.Unit,
                spec.Summary,
                Notes = spec.Footer.Select(line => line.Label is null ? line.Text : t["export.labelled", line.Label, line.Text]),
                CitationShort = Citation.Short(taken),
                CitationLong = Citation.Long(taken),
                OriginalChartUrl = taken.NewestLink,
                FrozenUrl = taken.Permalink,
                Selection = Urls.Parameters(view.State, view.OwnState).ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
            },
            Columns = ExportColumn.All.ToDictionary(column => column.Name, column => t[column.Meaning]),
            Indicators = taken.Indicators.Select(card => new
            {
                card.IndicatorId, card.Title, card.Definition, card.Unit, card.UnitMeasure, card.Formula, card.Caveats, SourceIds = card.SourceIds,
            }),
            taken.Sources,
            Flags = FlagsOf(taken),
            ObsStatusCounts = taken.Rows.GroupBy(row => row.ObsStatus ?? "").ToDictionary(group => group.Key, group => group.Count()),
            Rows = taken.Rows.Count,
            view.Session.Vintage,
            NextUpdate = view.NextUpdate?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DateDownloaded = taken.ExportedText,
            Lang = view.State.Language.Code,
            Processing = t["export.processing"],
        };
    }

    /// <summary>Those of the rows, in words.</summary>
    public static IReadOnlyDictionary<string, string> FlagsOf(TakenChart taken)
    {
        var used = taken.Rows.SelectMany(row => row.Flags).ToHashSet();
        return FlagsQuery.Run(taken.View.Session, taken.View.State.Language).Append(new(ComputedRows.Flag, taken.View.T["export.flag.computed"]))
            .Where(flag => used.Contains(flag.Key)).ToDictionary(flag => flag.Key, flag => flag.Value);
    }
}
