using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Runs as they come about, for pages to show.</summary>
internal static class SomeRuns
{
    public static readonly DateTimeOffset Begun = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    public static Schedule Weekly(bool isPaused = false) =>
        new("weekly-ilo", ["ilostat_sdg_0131"], "0 0 6 ? * MON", "Africa/Nairobi", MisfirePolicy.RunOnce, 4, TimeSpan.FromMinutes(5), isPaused, "ada");

    public static RunDetails Of(string id, RunState state, string schedule = "weekly-ilo", string source = "ilostat_sdg_0131", string? reason = null, string? vintage = null, int? failedChecks = null)
    {
        var begun = Begun.AddMinutes(id.Length);
        DateTimeOffset? ended = state == RunState.Running ? null : begun.AddSeconds(75);
        var run = new Run(
            id, new RefreshRequest(schedule, [source], RunTrigger.Schedule, "scheduler", 1, 4), state, begun, ended, "node-1/4711", reason, vintage,
            vintage is null ? null : 4494, vintage is null ? null : 1_234_567, vintage is null ? null : 12, failedChecks is null ? null : 41, failedChecks,
            vintage is null ? null : new RunDifference(3, 2, 1, 1));
        return new RunDetails(
            run,
            [
                new RunStep(RunStepKind.Fetch, source, begun, begun.AddSeconds(4), 1, 1, "new data"),
                new RunStep(RunStepKind.Build, null, begun.AddSeconds(4), ended, 37, 120, ended is null ? null : "done"),
            ],
            [new RunFetch(source, "https://sdmx.example.org/rest/data/DF_SDG_0131?format=csv", 200, "\"33a64df5\"", 1_234_567, new string('a', 64), 4494, TimeSpan.FromSeconds(3.4), "new data")],
            [new RunLogLine(begun, "info", "fetch <begun>"), new RunLogLine(begun.AddSeconds(1), "warn", "one new column: OBS_FLAG")]);
    }

    public static RevisionRow Odd { get; } = new("ilostat_sdg_0131", "SOC_TOTAL", "KEN", 2020, "_T", 12.5, 48.25, "changed", RevisionAnomaly.MoreThan15Points);

    public static RevisionRow Plain { get; } = new("ilostat_sdg_0131", "SOC_OLDAGE", "SEN", 2021, "F", null, 20.0, "added", null);
}
