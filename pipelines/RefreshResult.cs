using SpIndicators.Core.Provenance;
using SpIndicators.Pipelines.Checking;

namespace SpIndicators.Pipelines;

/// <summary>What came of a refresh.</summary>
public enum RefreshOutcome
{
    /// <summary>Nothing had changed: no build was made.</summary>
    Unchanged,

    /// <summary>Readers see the new vintage.</summary>
    Published,

    /// <summary>The new vintage waits for approval; readers see the one before.</summary>
    Held,
}

/// <summary>How a refresh ended.</summary>
/// <param name="Vintage">The vintage that was published, is held or stays.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Observations">Rows of <c>clean.observation</c>.</param>
/// <param name="Rejected">Rows that could not be read, kept with their reasons.</param>
/// <param name="Checks">How many checks hold; none where nothing was built.</param>
/// <param name="Warnings">Checks of level warn that do not hold.</param>
/// <param name="Duration">From start to published.</param>
public sealed record RefreshResult(
    PublishedVintage Vintage, RefreshOutcome Outcome, long Observations, long Rejected, int Checks, IReadOnlyList<CheckResult> Warnings, TimeSpan Duration)
{
    /// <summary>Whether readers see something new.</summary>
    public bool Published => Outcome == RefreshOutcome.Published;
}
