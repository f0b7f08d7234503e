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
        Add(zip, "datapackage.json", PackageOf(metadata, t).ToJson());
        Add(zip, "readme.md", Encoding.UTF8.GetBytes(string.Join("\n\n", TableWorkbook.Readme(metadata, t)) + "\n"));
    }

    private static DataPackage PackageOf(TableMetadata metadata, Texts t) =>
        new("spindicators", t["api.readme.title", t.Format.Vintage(metadata.Vintage)], metadata.Vintage, metadata.Address, Table, metadata.Sources, column => metadata.Columns[column.Name]);

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
