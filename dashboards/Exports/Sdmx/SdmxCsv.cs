using System.Buffers;
using System.Globalization;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Exports.Data;

namespace SpIndicators.Dashboards.Exports.Sdmx;

/// <summary>SDMX-CSV 2.0: one dataflow, its dimensions, the value, its attributes; codes only.</summary>
internal static class SdmxCsv
{
    public const string Dataflow = "SPINDICATORS:DF_SOCIAL_PROTECTION(1.0)";

    /// <summary>What every row begins with, and what it is called.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Beginning = [("STRUCTURE", "dataflow"), ("STRUCTURE_ID", Dataflow), ("ACTION", "I")];

    /// <summary>The same in SDMX-CSV 1.0, for clients that read no other.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> BeginningOfOld = [("DATAFLOW", Dataflow)];

    public const string OldMediaType = "application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8";

    /// <summary>Dimensions, then the value, then attributes, as the data structure has them.</summary>
    public static readonly IReadOnlyList<(string Name, string Sql, Func<ObservationRow, object?> Of)> Columns =
    [
        ("FREQ", "'A'", _ => "A"),
        ("REF_AREA", nameof(ObservationRow.RefArea), row => row.RefArea),
        ("INDICATOR", nameof(ObservationRow.IndicatorId), row => row.IndicatorId),
        ("SEX", nameof(ObservationRow.Sex), row => row.Sex),
        ("CONTINGENCY", nameof(ObservationRow.Contingency), row => row.Contingency),
        // Two releases of one figure are two figures. A point would end a code in the key of a series.
        ("SOURCE_RELEASE", "replace(SourceId || '_' || Vintage, '.', '-')", row => $"{row.SourceId}_{row.Vintage}".Replace('.', '-')),
        ("TIME_PERIOD", "TimePeriod", row => row.TimePeriod.ToString(CultureInfo.InvariantCulture)),
        ("OBS_VALUE", nameof(ObservationRow.ObsValue), row => row.ObsValue),
        ("UNIT_MEASURE", nameof(ObservationRow.UnitMeasure), row => row.UnitMeasure),
        ("OBS_STATUS", nameof(ObservationRow.ObsStatus), row => row.ObsStatus),
        ("NATURE", nameof(ObservationRow.Nature), row => row.Nature),
        ("CONFIDENCE", nameof(ObservationRow.Confidence), row => row.Confidence),
        ("FLAGS", nameof(ObservationRow.FlagText), row => row.FlagText),
        ("SERIES_CODE", nameof(ObservationRow.SeriesCode), row => row.SeriesCode),
        ("COMMENT_OBS", nameof(ObservationRow.CommentObs), row => row.CommentObs),
    ];

    public static void Write(IBufferWriter<byte> to, IEnumerable<ObservationRow> rows)
    {
        var file = new CsvFile(to);
        foreach (var name in Beginning.Select(cell => cell.Name).Concat(Columns.Select(column => column.Name)))
        {
            file.Cell(name);
        }

        file.EndRow();
        foreach (var row in rows)
        {
            foreach (var (_, value) in Beginning)
            {
                file.Cell(value);
            }

            foreach (var (_, _, of) in Columns)
            {
                file.Cell(of(row));
            }

            file.EndRow();
        }
    }
}
