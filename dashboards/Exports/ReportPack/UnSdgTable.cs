using System.Buffers;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Exports.Data;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>
/// The table as the UN's SDG database lays it out: its codes and its English names of series, one line a value. Notes of ours are in
/// the language of the report.
/// </summary>
internal static class UnSdgTable
{
    private static readonly string[] Columns =
    [
        "Goal", "Target", "Indicator", "SeriesCode", "SeriesDescription", "GeoAreaCode", "GeoAreaName", "TimePeriod", "Value", "Time_Detail",
        "TimeCoverage", "UpperBound", "LowerBound", "BasePeriod", "Source", "GeoInfoUrl", "FootNote", "[Nature]", "[Reporting Type]", "[Sex]", "[Units]", "[Observation Status]",
    ];

    public static byte[] Of(ReportFigures data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var file = new CsvFile(bytes);
        foreach (var column in Columns)
        {
            file.Cell(column);
        }

        file.EndRow();
        foreach (var row in data.Rows)
        {
            foreach (var cell in CellsOf(data, row))
            {
                file.Cell(cell);
            }

            file.EndRow();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static IEnumerable<object?> CellsOf(ReportFigures data, ObservationRow row)
    {
        var contingency = data.Lists[row.Contingency];
        return
        [
            1, "1.3", "1.3.1", contingency.UnSeries, contingency.UnTitle, data.M49, data.Country.NameIn(Languages.Language.English), row.TimePeriod, row.ObsValue, row.TimePeriod,
            null, null, null, null, row.SourceDetail, null, Notes.FootNote(data, row), row.Nature, ReportingOf(row), SexOf(row.Sex), "PERCENT", Notes.Status(row),
        ];
    }

    // G: of a custodian agency, for the whole world, as the UN's releases print beside every value of the indicator; N: of the country.
    private static string ReportingOf(ObservationRow row) => row.SourceId == IFileDrop.SourceId ? "N" : "G";

    private static string SexOf(string sex) => sex switch
    {
        "F" => "FEMALE",
        "M" => "MALE",
        "_T" => "BOTHSEX",
        _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "Neither _T nor F nor M."),
    };
}
