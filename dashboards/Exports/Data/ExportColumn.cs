using SpIndicators.Dashboards.Api;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>A column of an exported table: names are the concepts of SDMX where it has one, in upper snake case.</summary>
/// <param name="Of">A text, a <see cref="double"/>, an <see cref="int"/>, or null for an empty cell.</param>
/// <param name="Meaning">Key of the text that explains it.</param>
internal sealed record ExportColumn(string Name, Func<ObservationRow, object?> Of, string Meaning)
{
    public static readonly IReadOnlyList<ExportColumn> All =
    [
        Text("REF_AREA", row => row.RefArea),
        Text("REF_AREA_LABEL", row => row.RefAreaName),
        Text("INDICATOR", row => row.IndicatorId),
        Text("SEX", row => row.Sex),
        Text("CONTINGENCY", row => row.Contingency),
        new("TIME_PERIOD", row => row.TimePeriod == 0 ? null : row.TimePeriod, "export.column.TIME_PERIOD"),
        new("OBS_VALUE", row => row.ObsValue, "export.column.OBS_VALUE"),
        new("SHOWN_VALUE", row => row.ShownValue, "export.column.SHOWN_VALUE"),
        Text("UNIT_MEASURE", row => row.UnitMeasure),
        Text("OBS_STATUS", row => row.ObsStatus),
        Text("NATURE", row => row.Nature),
        Text("FLAGS", row => row.FlagText),
        Text("CONFIDENCE", row => row.Confidence),
        Text("SOURCE_ID", row => row.SourceId),
        Text("SOURCE_VINTAGE", row => row.Vintage),
        Text("SERIES_CODE", row => row.SeriesCode),
        Text("SOURCE_DETAIL", row => row.SourceDetail),
        Text("COMMENT_OBS", row => row.CommentObs),
        Text("WITHDRAWN_IN", row => row.WithdrawnIn),
        Text("DENOMINATOR_SERIES", row => row.DenominatorSeries),
        new("DENOMINATOR", row => row.Denominator, "export.column.DENOMINATOR"),
        Text("SNAPSHOT_SHA256", row => row.SnapshotSha256),
    ];

    private static ExportColumn Text(string name, Func<ObservationRow, string?> of) => new(name, of, $"export.column.{name}");
}
