using SpIndicators.Pipelines.Checking;

namespace SpIndicators.Pipelines;

/// <summary>A check of level error does not hold: the warehouse is not published and readers keep what they have.</summary>
public sealed class CheckFailedException(IReadOnlyList<CheckResult> failed)
    : Exception($"Not published: {string.Join(" | ", failed)}")
{
    public IReadOnlyList<CheckResult> Failed { get; } = failed;
}
