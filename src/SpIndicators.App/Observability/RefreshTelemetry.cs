using System.Diagnostics;
using System.Diagnostics.Metrics;
using SpIndicators.Core.Operations;

namespace SpIndicators.App.Observability;

/// <summary>What a refresh tells tracing and metrics: one trace a run, one span a step, and counts for <c>/metrics</c>.</summary>
public static class RefreshTelemetry
{
    public const string Name = "SpIndicators.Refresh";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Metrics = new(Name);
    private static readonly Counter<long> Runs = Metrics.CreateCounter<long>("spindicators_refresh_runs", description: "Finished refreshes by how they ended.");
    private static readonly Counter<long> Rejected = Metrics.CreateCounter<long>("spindicators_rejected_rows", description: "Lines that could not be read, of all builds.");
    private static readonly Counter<long> Bytes = Metrics.CreateCounter<long>("spindicators_fetched_bytes", unit: "By", description: "Bytes received from agencies.");
    private static readonly Histogram<double> Steps = Metrics.CreateHistogram<double>("spindicators_refresh_step_seconds", unit: "s", description: "Duration of the steps of a refresh.");

    public static Activity? Run(string runId, RefreshRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Traces.StartActivity("refresh")?.SetTag("run_id", runId).SetTag("schedule", request.Schedule).SetTag("trigger", request.Trigger.ToString());
    }

    public static Activity? Step(RunStepKind kind, string? item) => Traces.StartActivity($"refresh {Word(kind)}")?.SetTag("item", item);

    public static void StepEnded(RunStepKind kind, TimeSpan duration) => Steps.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("step", Word(kind)));

    public static void RunEnded(RunState state, long? rejected)
    {
        Runs.Add(1, new KeyValuePair<string, object?>("state", Word(state)));
        Rejected.Add(rejected ?? 0);
    }

    public static void Fetched(string sourceId, long bytes) => Bytes.Add(bytes, new KeyValuePair<string, object?>("source", sourceId));

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
