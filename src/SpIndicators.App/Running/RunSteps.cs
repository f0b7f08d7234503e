using System.Diagnostics;
using SpIndicators.App.Observability;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Running;

/// <summary>The steps of one run, told to the journal, to tracing and to the metrics alike.</summary>
internal sealed class RunSteps(IRunRecorder recorder, TimeProvider time)
{
    private Activity? span;
    private RunStepKind? kind;
    private long started;

    public async Task Begin(RunStepKind kind, string? item, int total)
    {
        Measure();
        (this.kind, started, span) = (kind, time.GetTimestamp(), RefreshTelemetry.Step(kind, item));
        await recorder.BeginStep(kind, item, total);
    }

    public void Progress(int done, int total, string item) => recorder.Progress(done, total, item);

    /// <summary>Ends the step that is open, if one is.</summary>
    public async Task Stop(string outcome)
    {
        if (kind is not null)
        {
            Measure();
            await recorder.EndStep(outcome);
        }
    }

    public Task Fetched(RunFetch fetch)
    {
        RefreshTelemetry.Fetched(fetch.SourceId, fetch.Bytes ?? 0);
        return recorder.Fetched(fetch);
    }

    public Task OfSource(string sourceId, SourceResult result, string? reason) => recorder.OfSource(sourceId, result, reason);

    public Task Log(string level, string text) => recorder.Log(level, text);

    /// <summary>A build's stages, as steps of this run.</summary>
    public IProgress<FlowProgress> Flow() => new FlowRelay(this);

    private void Measure()
    {
        if (kind is { } ended)
        {
            RefreshTelemetry.StepEnded(ended, time.GetElapsedTime(started));
        }

        span?.Dispose();
        (span, kind) = (null, null);
    }
}
