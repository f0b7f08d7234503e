using System.Buffers;
using System.Globalization;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Exports.Data;

namespace SpIndicators.Dashboards.Exports.Sdmx;

/// <summary>SDMX-CSV 2.0: one dataflow, its dimensions, the value, its attributes; codes only.</summary>
internal static class SdmxCsv
{
    public const string Dataflow = "SPINDICATORS:DF_SOCIAL_PROTECTION(1.0)";

    private static readonly string[] Beginning = ["STRUCTURE", "STRUCTURE_ID", "ACTION"];

    /// <summary>Dimensions, then the value, then attributes, as the data structure has them.</summary>
    private static readonly (string Name, Func<ObservationRow, object?> Of)[] Columns =
    [
        ("FREQ", _ => "A"),
        ("REF_AREA", row => row.RefArea),
        ("INDICATOR", row => row.IndicatorId),
        ("SEX", row => row.Sex),
        ("CONTINGENCY", row => row.Contingency),
        // Two releases of one figure are two figures.
        ("SOURCE_RELEASE", row => $"{row.SourceId}_{row.Vintage}"),
        ("TIME_PERIOD", row => row.TimePeriod.ToString(CultureInfo.InvariantCulture)),
        ("OBS_VALUE", row => row.ObsValue),
        ("UNIT_MEASURE", row => row.UnitMeasure),
        ("OBS_STATUS", row => row.ObsStatus),
        ("NATURE", row => row.Nature),
        ("CONFIDENCE", row => row.Confidence),
        ("FLAGS", row => row.FlagText),
        ("SERIES_CODE", row => row.SeriesCode),
        ("COMMENT_OBS", row => row.CommentObs),
    ];

    public static void Write(IBufferWriter<byte> to, IEnumerable<ObservationRow> rows)
    {
        var file = new CsvFile(to);
        foreach (var name in Beginning.Concat(Columns.Select(column => column.Name)))
        {
            file.Cell(name);
        }

        file.EndRow();
        foreach (var row in rows)
        {
            file.Cell("dataflow");
            file.Cell(Dataflow);
            file.Cell("I");
            foreach (var (_, of) in Columns)
            {
                file.Cell(of(row));
            }

            file.EndRow();
        }
    }
}
