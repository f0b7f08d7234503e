using SpIndicators.Dashboards.Api;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>A column of an exported table: names are the concepts of SDMX where it has one, in upper snake case.</summary>
/// <param name="Field">The same in the rows of <see cref="ObservationsQuery"/> and <see cref="ValuesQuery"/>.</param>
/// <param name="Of">A text, a <see cref="double"/>, an <see cref="int"/>, or null for an empty cell.</param>
/// <param name="Meaning">Key of the text that explains it.</param>
internal sealed record ExportColumn(string Name, string Field, Func<ObservationRow, object?> Of, string Meaning)
{
    public static readonly IReadOnlyList<ExportColumn> All =
    [
        Text("REF_AREA", nameof(ObservationRow.RefArea), row => row.RefArea),
        Text("REF_AREA_LABEL", nameof(ObservationRow.RefAreaName), row => row.RefAreaName),
        Text("INDICATOR", nameof(ObservationRow.IndicatorId), row => row.IndicatorId),
        Text("SEX", nameof(ObservationRow.Sex), row => row.Sex),
        Text("CONTINGENCY", nameof(ObservationRow.Contingency), row => row.Contingency),
        new("TIME_PERIOD", nameof(ObservationRow.TimePeriod), row => row.TimePeriod == 0 ? null : row.TimePeriod, "export.column.TIME_PERIOD"),
        new("OBS_VALUE", nameof(ObservationRow.ObsValue), row => row.ObsValue, "export.column.OBS_VALUE"),
        new("SHOWN_VALUE", nameof(ObservationRow.ShownValue), row => row.ShownValue, "export.column.SHOWN_VALUE"),
        Text("UNIT_MEASURE", nameof(ObservationRow.UnitMeasure), row => row.UnitMeasure),
        Text("OBS_STATUS", nameof(ObservationRow.ObsStatus), row => row.ObsStatus),
        Text("NATURE", nameof(ObservationRow.Nature), row => row.Nature),
        Text("FLAGS", nameof(ObservationRow.FlagText), row => row.FlagText),
        Text("CONFIDENCE", nameof(ObservationRow.Confidence), row => row.Confidence),
        Text("SOURCE_ID", nameof(ObservationRow.SourceId), row => row.SourceId),
        Text("SOURCE_VINTAGE", nameof(ObservationRow.Vintage), row => row.Vintage),
        Text("SERIES_CODE", nameof(ObservationRow.SeriesCode), row => row.SeriesCode),
        Text("SOURCE_DETAIL", nameof(ObservationRow.SourceDetail), row => row.SourceDetail),
        Text("COMMENT_OBS", nameof(ObservationRow.CommentObs), row => row.CommentObs),
        Text("WITHDRAWN_IN", nameof(ObservationRow.WithdrawnIn), row => row.WithdrawnIn),
        Text("DENOMINATOR_SERIES", nameof(ObservationRow.DenominatorSeries), row => row.DenominatorSeries),
        new("DENOMINATOR", nameof(ObservationRow.Denominator), row => row.Denominator, "export.column.DENOMINATOR"),
        Text("SNAPSHOT_SHA256", nameof(ObservationRow.SnapshotSha256), row => row.SnapshotSha256),
    ];

    private static ExportColumn Text(string name, string field, Func<ObservationRow, string?> of) => new(name, field, of, $"export.column.{name}");
}
