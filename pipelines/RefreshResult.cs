using SpIndicators.Core.Provenance;
using SpIndicators.Pipelines.Checking;

namespace SpIndicators.Pipelines;

/// <summary>How a refresh ended.</summary>
/// <param name="Vintage">What readers see now.</param>
/// <param name="Published">False when nothing had changed since <paramref name="Vintage"/>.</param>
/// <param name="Observations">Rows of <c>clean.observation</c>.</param>
/// <param name="Rejected">Rows that could not be read, kept with their reasons.</param>
/// <param name="Warnings">Checks of level warn that do not hold.</param>
/// <param name="Duration">From start to published.</param>
public sealed record RefreshResult(
    PublishedVintage Vintage, bool Published, long Observations, long Rejected, IReadOnlyList<CheckResult> Warnings, TimeSpan Duration);
