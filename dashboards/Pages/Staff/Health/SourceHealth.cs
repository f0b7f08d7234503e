using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Pages.Staff.Health;

/// <summary>One source: its last run, the age of its newest release, the checks, and the worst of the three.</summary>
/// <param name="FailedChecks">Of its last run; of what is published where that run built nothing.</param>
public sealed record SourceHealth(string SourceId, string? Title, Run? LastRun, RoughDate? Released, int? FailedChecks, PublishPolicy Policy, DateOnly Today)
{
    /// <summary>A yearly release that is late by more than a month or so is no longer fresh; as the readers' badge says it.</summary>
    private const int FreshDays = 400;
    private const int AgeingDays = 3 * 366;

    public Health OfRun => LastRun?.State switch
    {
        RunState.Published or RunState.NoNewData => Health.Healthy,
        RunState.Held or RunState.Rejected or RunState.Cancelled => Health.Warning,
        RunState.Failed or RunState.Interrupted => Health.Degraded,
        _ => Health.Unknown,
    };

    public Health OfFreshness => Released is not { } released ? Health.Unknown : (Today.DayNumber - released.Day.DayNumber) switch
    {
        <= FreshDays => Health.Healthy,
        <= AgeingDays => Health.Warning,
        _ => Health.Degraded,
    };

    public Health OfChecks => FailedChecks switch { null => Health.Unknown, 0 => Health.Healthy, _ => Health.Warning };

    public Health Worst => (Health)Math.Max((int)OfRun, Math.Max((int)OfFreshness, (int)OfChecks));
}
