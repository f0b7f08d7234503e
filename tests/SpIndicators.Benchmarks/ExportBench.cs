using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Benchmarks;

/// <summary>Whole tables written as the API writes them: a million published rows, the table taken as often as that needs.</summary>
internal static class ExportBench
{
    private const int Rows = 1_000_000;

    public static async Task<int> Run(string home)
    {
        using var warehouse = new PublishedWarehouse(new WarehouseHome(home).Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen() ?? throw new InvalidOperationException($"{home} has nothing published: run spi refresh --offline first.");
        var everything = new ObservationsQuestion
        {
            Indicator = Dashboards.Urls.AllIndicators, Countries = [], Contingency = null, Sex = null, Time = null, Release = null, Limit = int.MaxValue, Offset = 0,
        };
        var csv = Many(session, TableQuery.Of(everything, Language.English));
        var sdmx = Many(session, TableQuery.OfSdmx(everything, Language.English));
        foreach (var round in Enumerable.Range(1, 3))
        {
            await Time(session, $"CSV, round {round}", csv, (rows, to) => TableWriter.Csv(rows, new CsvFile(to), to, CancellationToken.None));
        }

        await Time(session, "SDMX-CSV", sdmx, (rows, to) => TableWriter.Csv(rows, new CsvFile(to), to, CancellationToken.None));
        await Time(session, "JSON", csv, async (rows, to) =>
        {
            using var json = new Utf8JsonWriter(to, new JsonWriterOptions { SkipValidation = true });
            await TableWriter.Json(rows, json, to, CancellationToken.None);
            json.Flush();
            await to.FlushAsync();
        });
        Parquet(session, csv);
        return 0;
    }

    private static TableQuery Many(WarehouseSession session, TableQuery table)
    {
        var rows = session.Query<long>($"select count(*) from ({table.Sql})", table.Bound)[0];
        return table with { Sql = string.Create(CultureInfo.InvariantCulture, $"select t.* from ({table.Sql}) as t cross join range({(Rows / rows) + 1}) limit {Rows}") };
    }

    private static async Task Time(WarehouseSession session, string name, TableQuery table, Func<System.Data.Common.DbDataReader, PipeWriter, Task> write)
    {
        var drain = new Drain();
        var to = PipeWriter.Create(drain);
        var before = Resident();
        var clock = Stopwatch.StartNew();
        using (var rows = session.Stream(table.Sql, table.Bound))
        {
            await write(rows, to);
        }

        var (seconds, peak) = (clock.Elapsed.TotalSeconds, Math.Max(drain.MostResident, before));
        await to.CompleteAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-14} {Rows} rows, {drain.Bytes / 1e6:0} MB in {seconds:0.0} s: {drain.Bytes / 1e6 / seconds:0} MB/s; memory {before:0} MiB before, at most {peak:0} MiB"));
    }

    private static void Parquet(WarehouseSession session, TableQuery table)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("spi-bench-").FullName, "table.parquet");
        var clock = Stopwatch.StartNew();
        ParquetFile.Write(session.File, table.Sql, table.Bound, file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"Parquet",-14} {Rows} rows, {new FileInfo(file).Length / 1e6:0} MB in {clock.Elapsed.TotalSeconds:0.0} s; memory {Resident():0} MiB after"));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static double Resident()
    {
        using var me = Process.GetCurrentProcess();
        return me.WorkingSet64 / 1048576.0;
    }

    /// <summary>Takes bytes as fast as they come, counts them and looks now and then how large the process is.</summary>
    private sealed class Drain : Stream
    {
        private const long LookEvery = 16 << 20;
        private long nextLook = LookEvery;

        public long Bytes { get; private set; }

        public double MostResident { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Bytes += buffer.Length;
            if (Bytes > nextLook)
            {
                nextLook += LookEvery;
                MostResident = Math.Max(MostResident, Resident());
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
