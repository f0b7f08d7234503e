namespace SpIndicators.Pipelines;

/// <summary>The stages of a refresh, in their order.</summary>
public enum FlowStage
{
    Verify,
    Load,
    Derive,
    Check,
    Publish,
}

/// <summary>One finished piece of work, for progress bars and pages.</summary>
/// <param name="Stage">What is going on.</param>
/// <param name="Item">What was finished: a snapshot, a relation, a check.</param>
/// <param name="Done">Pieces finished in this stage.</param>
/// <param name="Total">Pieces of this stage.</param>
public sealed record FlowProgress(FlowStage Stage, string Item, int Done, int Total);
