using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Schedules in memory that run nothing; six or seven words make an expression, next times are the next three days at six.</summary>
public sealed class FakeScheduler(TimeProvider time) : IRefreshScheduler
{
    public List<Schedule> Schedules { get; } = [];

    public List<RefreshRequest> Asked { get; } = [];

    public HashSet<string> Running { get; } = [];

    /// <summary>Thrown by every call: the operational store is down.</summary>
    public Exception? Failure { get; set; }

    public Task<IReadOnlyList<ScheduleStatus>> List(CancellationToken cancellation) => Failure is { } failure
        ? Task.FromException<IReadOnlyList<ScheduleStatus>>(failure)
        : Task.FromResult<IReadOnlyList<ScheduleStatus>>([.. Schedules.Select(s => new ScheduleStatus(s, s.IsPaused ? [] : Next(), null))]);

    public CronReading Read(string cron, string timeZone) =>
        cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is not (6 or 7) ? new CronReading($"'{cron}' has not six or seven fields.", [])
        : !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _) ? new CronReading($"There is no time zone '{timeZone}'.", [])
        : new CronReading(null, Next());

    public Task Save(Schedule schedule, CancellationToken cancellation)
    {
        if (schedule.MaxAttempts is < 1 or > 10)
        {
            throw new ArgumentException($"Attempts lie between 1 and 10, not {schedule.MaxAttempts}.", nameof(schedule));
        }

        Schedules.RemoveAll(s => s.Name == schedule.Name);
        Schedules.Add(schedule);
        return Task.CompletedTask;
    }

    public Task Delete(string name, CancellationToken cancellation)
    {
        Schedules.RemoveAll(s => s.Name == name);
        return Task.CompletedTask;
    }

    public Task Pause(string name, CancellationToken cancellation) => SetPaused(name, true);

    public Task Unpause(string name, CancellationToken cancellation) => SetPaused(name, false);

    public Task RunNow(RefreshRequest request, CancellationToken cancellation)
    {
        Asked.Add(request);
        return Task.CompletedTask;
    }

    public Task<bool> Cancel(string runId, CancellationToken cancellation) => Task.FromResult(Running.Remove(runId));

    private Task SetPaused(string name, bool isPaused)
    {
        var at = Schedules.FindIndex(s => s.Name == name);
        Schedules[at] = Schedules[at] with { IsPaused = isPaused };
        return Task.CompletedTask;
    }

    private DateTimeOffset[] Next()
    {
        var day = new DateTimeOffset(time.GetUtcNow().Date, TimeSpan.Zero);
        return [.. Enumerable.Range(1, 3).Select(i => day.AddDays(i).AddHours(6))];
    }
}
