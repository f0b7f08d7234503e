using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>A table as CSV, its metadata, a Frictionless description of its columns and a page to read, in one file.</summary>
internal static class TablePackage
{
    private const string Table = "data.csv";

    public static async Task Write(WarehouseSession session, TableQuery table, TableMetadata metadata, Texts t, string to, CancellationToken cancellation)
    {
        using var file = File.Create(to);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        using (var entry = zip.CreateEntry(Table, CompressionLevel.Fastest).Open())
        using (var rows = session.Stream(table.Sql, table.Bound))
        {
            var pipe = PipeWriter.Create(entry, new StreamPipeWriterOptions(leaveOpen: true));
            await TableWriter.Csv(rows, new CsvFile(pipe), pipe, cancellation);
            await pipe.CompleteAsync();
        }

        Add(zip, "metadata.json", JsonSerializer.SerializeToUtf8Bytes(metadata, ChartMetadata.Json));
        Add(zip, "datapackage.json", JsonSerializer.SerializeToUtf8Bytes(Description(metadata, t), ChartMetadata.Json));
        Add(zip, "readme.md", Encoding.UTF8.GetBytes(string.Join("\n\n", TableWorkbook.Readme(metadata, t)) + "\n"));
    }

    private static object Description(TableMetadata metadata, Texts t) => new
    {
        Profile = "tabular-data-package",
        Name = "spindicators",
        Title = t["api.readme.title", t.Format.Vintage(metadata.Vintage)],
        Version = metadata.Vintage,
        Sources = metadata.Sources.Select(source => new { Title = $"{source.Producer}, {source.Title} ({source.Vintage})", Path = source.Url }),
        Licenses = metadata.Sources.Select(source => source.Licence).Distinct().Select(licence => new { Name = licence, Title = licence }),
        Resources = new[]
        {
            new
            {
                Profile = "tabular-data-resource",
                Name = "data",
                Path = Table,
                Format = "csv",
                Encoding = "utf-8",
                Schema = new { Fields = metadata.Columns.Select(column => new { Name = column.Key, Type = TypeOf(column.Key), Description = column.Value }), MissingValues = new[] { "" } },
            },
        },
    };

    private static string TypeOf(string column) => column switch
    {
        "TIME_PERIOD" => "year",
        "OBS_VALUE" or "SHOWN_VALUE" or "DENOMINATOR" => "number",
        _ => "string",
    };

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
