using System.Diagnostics;
using System.Text.Json;
using SpIndicators.Pipelines;

namespace SpIndicators.Benchmarks;

/// <summary>One timed run in a process of its own; prints one JSON line.</summary>
internal static class Child
{
    /// <summary>Begins the kind of a run that reads one release with plain DuckDB; its folder follows.</summary>
    public const string PlainRelease = "plain ";

    public static int Run(string kind, string home, string scratch)
    {
        var stage = new DeriveClock();
        var clock = Stopwatch.StartNew();
        var rows = kind switch
        {
            "plain" => PlainDuckDb.Load(home, Path.Combine(scratch, "plain.duckdb")),
            _ when kind.StartsWith(PlainRelease, StringComparison.Ordinal) => PlainDuckDb.Load(home, Path.Combine(scratch, "plain.duckdb"), kind[PlainRelease.Length..]),
            "full" => Refresh(home, force: true, stage),
            _ => Refresh(home, force: false, stage),
        };
        clock.Stop();
        Console.WriteLine(JsonSerializer.Serialize(new Measurement(kind, clock.Elapsed.TotalSeconds, rows, PeakMebibytes(), kind == "full" ? stage.Seconds : null)));
        return 0;
    }

    private static long Refresh(string home, bool force, IProgress<FlowProgress> progress)
    {
        var result = new Refresh(FlowModels.Embedded, new WarehouseHome(home), TimeProvider.System).Run(force, progress, CancellationToken.None);
        return result.Published ? result.Observations : throw new InvalidOperationException("Nothing was published: the bench measured nothing.");
    }

    /// <summary>From the last snapshot read to the last relation derived: comparing vintages and the whole indicators stage.</summary>
    private sealed class DeriveClock : IProgress<FlowProgress>
    {
        private long loaded;
        private long derived;

        public double Seconds => Stopwatch.GetElapsedTime(loaded, derived).TotalSeconds;

        public void Report(FlowProgress value)
        {
            if (value.Stage == FlowStage.Load)
            {
                loaded = Stopwatch.GetTimestamp();
            }
            else if (value.Stage == FlowStage.Derive)
            {
                derived = Stopwatch.GetTimestamp();
            }
        }
    }

    private static double PeakMebibytes()
    {
        using var me = Process.GetCurrentProcess();
        return me.PeakWorkingSet64 / 1048576.0;
    }
}

/// <param name="Seconds">From the first byte read to the published (or checkpointed) file, process start not counted.</param>
/// <param name="PeakMebibytes">Peak resident memory of the process.</param>
/// <param name="IndicatorsSeconds">Of a full refresh: from the last snapshot read to the last relation derived.</param>
internal sealed record Measurement(string Kind, double Seconds, long Rows, double PeakMebibytes, double? IndicatorsSeconds);
