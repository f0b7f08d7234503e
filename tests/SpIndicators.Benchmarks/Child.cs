using System.Diagnostics;
using System.Text.Json;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Benchmarks;

/// <summary>One timed run in a process of its own; prints one JSON line.</summary>
internal static class Child
{
    public static int Run(string kind, string home, string scratch)
    {
        var clock = Stopwatch.StartNew();
        var rows = kind switch
        {
            "plain" => PlainDuckDb.Load(home, Path.Combine(scratch, "plain.duckdb")),
            "full" => Refresh(home, force: true),
            _ => Refresh(home, force: false),
        };
        clock.Stop();
        Console.WriteLine(JsonSerializer.Serialize(new Measurement(kind, clock.Elapsed.TotalSeconds, rows, PeakMebibytes(), kind == "full" ? IndicatorsSeconds(home) : null)));
        return 0;
    }

    private static long Refresh(string home, bool force)
    {
        var result = new Refresh(FlowModels.Embedded, new WarehouseHome(home), TimeProvider.System).Run(force, null, CancellationToken.None);
        return result.Published ? result.Observations : throw new InvalidOperationException("Nothing was published: the bench measured nothing.");
    }

    /// <summary>Of the file just published: what making every relation of the schema <c>indicators</c> took.</summary>
    private static double IndicatorsSeconds(string home)
    {
        using var warehouse = new PublishedWarehouse(new WarehouseHome(home).Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        return session.Query<double>("select sum(duration_ms) / 1000 from meta.model_run where relation like 'indicators.%'")[0];
    }

    private static double PeakMebibytes()
    {
        using var me = Process.GetCurrentProcess();
        return me.PeakWorkingSet64 / 1048576.0;
    }
}

/// <param name="Seconds">From the first byte read to the published (or checkpointed) file, process start not counted.</param>
/// <param name="PeakMebibytes">Peak resident memory of the process.</param>
/// <param name="IndicatorsSeconds">Of a full refresh: the part that derives indicators.</param>
internal sealed record Measurement(string Kind, double Seconds, long Rows, double PeakMebibytes, double? IndicatorsSeconds);
