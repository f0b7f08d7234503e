using Microsoft.AspNetCore.Components;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Shared;

namespace SpIndicators.Dashboards.Pages.Staff.Schedules;

/// <summary>Makes or changes a schedule; each letter of the expression is read at once, and the next times shown.</summary>
public sealed partial class EditScheduleIsland : StaffIsland
{
    /// <summary>Mondays at six, when staff come in and the agencies' servers are quiet.</summary>
    private const string UsualCron = "0 0 6 ? * MON";
    private const int UsualAttempts = 4;
    private const int UsualWait = 5;

    /// <summary>The list of zones is the system's; those without a place are left out.</summary>
    private static readonly string[] Zones =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal).Prepend("UTC")];

    private readonly HashSet<string> chosen = [];
    private string name = "";
    private string cron = UsualCron;
    private string zone = "UTC";
    private MisfirePolicy misfire = MisfirePolicy.RunOnce;
    private int attempts = UsualAttempts;
    private int waitMinutes = UsualWait;
    private bool isPaused;
    private bool isMissing;
    private bool isLoaded;
    private CronReading reading = new(null, []);

    /// <summary>Of the schedule to change; null for a new one.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Inject]
    public required IRefreshScheduler Scheduler { get; set; }

    [Inject]
    public required IFetchableSources Sources { get; set; }

    protected override async Task Load()
    {
        // After a save that failed, what was typed stays.
        if (isLoaded)
        {
            return;
        }

        isLoaded = true;
        if (Name is not null)
        {
            Show((await Scheduler.List(Gone)).Select(s => s.Schedule).FirstOrDefault(s => s.Name == Name));
        }

        ReadCron();
    }

    private void Show(Schedule? schedule)
    {
        isMissing = schedule is null;
        if (schedule is null)
        {
            return;
        }

        (name, cron, zone, misfire, attempts, isPaused) =
            (schedule.Name, schedule.Cron, schedule.TimeZone, schedule.Misfire, schedule.MaxAttempts, schedule.IsPaused);
        waitMinutes = Math.Max(1, (int)schedule.FirstWait.TotalMinutes);
        chosen.UnionWith(schedule.Sources);
    }

    private void ReadCron() => reading = Scheduler.Read(cron, zone);

    private void Choose(string source, bool isChosen) => _ = isChosen ? chosen.Add(source) : chosen.Remove(source);

    private async Task Save()
    {
        var asked = name.Trim();
        await Act("schedule.save", asked, $"{cron}, {zone}, {(chosen.Count == 0 ? "all sources" : string.Join(", ", chosen.Order(StringComparer.Ordinal)))}", T["schedule.saved", asked], async (who, stop) =>
        {
            // A new one never takes the place of another by its name alone.
            if (Name is null && (await Scheduler.List(stop)).Any(s => string.Equals(s.Schedule.Name, asked, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException(T["schedule.taken", asked]);
            }

            await Scheduler.Save(
                new Schedule(asked, [.. chosen.Order(StringComparer.Ordinal)], cron.Trim(), zone.Trim(), misfire, attempts, TimeSpan.FromMinutes(waitMinutes), isPaused, who), stop);
        });
    }
}
