using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>What a table of the API can be had as: formats of charts, and Parquet; what goes along with each of them, as a file of its own.</summary>
internal static class TableFormat
{
    public static readonly ExportFormat Parquet = new(".parquet", "application/vnd.apache.parquet", IsPicture: false);

    /// <summary>Longer endings before those they end with.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [ExportFormat.Metadata, ExportFormat.SdmxCsv, ExportFormat.Csv, ExportFormat.Json, ExportFormat.Xlsx, ExportFormat.Zip, Parquet];

    /// <summary>"coverage.csv" as its name and its format; the format is null for any other ending.</summary>
    public static (string Name, ExportFormat? Format) Of(string file)
    {
        var format = All.FirstOrDefault(known => file.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));
        return format is null ? (file, null) : (file[..^format.Ending.Length], format);
    }
}
