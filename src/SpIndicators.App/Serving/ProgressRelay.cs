using SpIndicators.Dashboards.FirstBuild;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Serving;

/// <summary>Hands the pipeline's progress to the page that shows it: the two do not know each other.</summary>
internal sealed class ProgressRelay(BuildProgress page) : IProgress<FlowProgress>
{
    public void Report(FlowProgress value) => page.Done(StageOf(value.Stage), value.Item, value.Done, value.Total);

    private static BuildStage StageOf(FlowStage stage) => stage switch
    {
        FlowStage.Verify => BuildStage.Verify,
        FlowStage.Load => BuildStage.Load,
        FlowStage.Derive => BuildStage.Derive,
        FlowStage.Check => BuildStage.Check,
        FlowStage.Publish => BuildStage.Publish,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage the pages have no name for."),
    };
}
