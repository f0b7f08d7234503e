using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Running;

/// <summary>Writes the pipeline's progress into a run: its stages become steps, its pieces of work their progress.</summary>
internal sealed class FlowRelay(RunSteps steps) : IProgress<FlowProgress>
{
    private readonly Lock gate = new();
    private RunStepKind? step;

    // Called from whichever thread finished a piece. A step begins rarely and its beginning is to be on disk: worth waiting for.
    public void Report(FlowProgress value)
    {
        var kind = StepOf(value.Stage);
        lock (gate)
        {
            if (step != kind)
            {
                steps.Begin(kind, item: null, value.Total).GetAwaiter().GetResult();
                step = kind;
            }
        }

        steps.Progress(value.Done, value.Total, value.Item);
    }

    private static RunStepKind StepOf(FlowStage stage) => stage switch
    {
        FlowStage.Verify or FlowStage.Load or FlowStage.Derive => RunStepKind.Build,
        FlowStage.Check => RunStepKind.Check,
        FlowStage.Publish => RunStepKind.Publish,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage that is no step of a run."),
    };
}
