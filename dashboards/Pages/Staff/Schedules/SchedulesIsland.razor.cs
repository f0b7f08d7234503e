using Microsoft.AspNetCore.Components;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Staff.Shared;

namespace SpIndicators.Dashboards.Pages.Staff.Schedules;

/// <summary>The schedules with their times and last runs, and what can be done with them.</summary>
public sealed partial class SchedulesIsland : StaffIsland
{
    private IReadOnlyList<ScheduleStatus> schedules = [];
    private Dictionary<string, Run> last = [];

    [Inject]
    public required IRefreshScheduler Scheduler { get; set; }

    [Inject]
    public required IRunJournal Journal { get; set; }

    /// <summary>A last run changes by itself while it runs, and a schedule may fire at any second.</summary>
    protected override TimeSpan? LooksAgainIn => last.Values.Any(run => run.State == RunState.Running) ? Often : NowAndThen;

    protected override async Task Load()
    {
        schedules = [.. (await Scheduler.List(Gone)).OrderBy(s => s.Schedule.Name, StringComparer.OrdinalIgnoreCase)];
        var runs = new Dictionary<string, Run>();
        foreach (var schedule in schedules)
        {
            if (await Journal.List(schedule.Schedule.Name, null, 0, 1, Gone) is [var run])
            {
                runs[schedule.Schedule.Name] = run;
            }
        }

        last = runs;
    }

    private Task RunNow(Schedule schedule) => Act("schedule.run", schedule.Name, Named(schedule.Sources), T["schedules.run.done", schedule.Name],
        (who, stop) => Scheduler.RunNow(new RefreshRequest(schedule.Name, schedule.Sources, RunTrigger.Manual, who, 1, schedule.MaxAttempts), stop));

    private Task PauseOrNot(Schedule schedule) => schedule.IsPaused
        ? Act("schedule.resume", schedule.Name, null, T["schedules.resume.done", schedule.Name], (_, stop) => Scheduler.Unpause(schedule.Name, stop))
        : Act("schedule.pause", schedule.Name, null, T["schedules.pause.done", schedule.Name], (_, stop) => Scheduler.Pause(schedule.Name, stop));

    private Task Delete(Schedule schedule) => Act("schedule.delete", schedule.Name, $"{schedule.Cron}, {schedule.TimeZone}", T["schedules.delete.done", schedule.Name],
        (_, stop) => Scheduler.Delete(schedule.Name, stop));

    private Task BackFill(Schedule schedule, BackFillRequest asked) => Act(
        "schedule.back-fill", schedule.Name, $"{Formats.Year(asked.YearFrom)} to {Formats.Year(asked.YearTo)}{(asked.IsDryRun ? ", dry run" : "")}",
        T[asked.IsDryRun ? "backfill.done.dry" : "backfill.done", schedule.Name],
        (who, stop) => Scheduler.RunNow(
            new RefreshRequest(schedule.Name, schedule.Sources, RunTrigger.BackFill, who, 1, schedule.MaxAttempts)
            {
                YearFrom = asked.YearFrom,
                YearTo = asked.YearTo,
                DryRun = asked.IsDryRun,
            },
            stop));

    private static string Named(IReadOnlyList<string> sources) => sources.Count == 0 ? "all sources" : string.Join(", ", sources);
}
