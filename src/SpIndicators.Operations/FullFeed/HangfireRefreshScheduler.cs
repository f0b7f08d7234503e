using Hangfire;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Scheduling;

namespace SpIndicators.Operations.FullFeed;

/// <summary>The port over Hangfire: a recurring job for each schedule that is not paused.</summary>
internal sealed class HangfireRefreshScheduler(
    IRecurringJobManager recurring, IBackgroundJobClient jobs, HangfireSchedules schedules, HangfireTables tables, ScheduledRuns runs, TimeProvider time) : IRefreshScheduler
{
    public string? OwnPages => SchedulerPages.Path;

    public async Task<IReadOnlyList<ScheduleStatus>> List(CancellationToken cancellation)
    {
        await tables.MakeReady(cancellation);
        var fired = await runs.LastFired(cancellation);
        return
        [
            .. from schedule in schedules.All()
               let next = schedule.IsPaused ? [] : Read(schedule.Cron, schedule.TimeZone).Next
               select new ScheduleStatus(schedule, next, fired.TryGetValue(schedule.Name, out var at) ? at : null),
        ];
    }

    public CronReading Read(string cron, string timeZone) => CronReader.Read(cron, timeZone, time.GetUtcNow());

    public async Task Save(Schedule schedule, CancellationToken cancellation)
    {
        ScheduleRules.Check(schedule, time);
        var cron = HangfireCron.Of(schedule.Cron);
        await tables.MakeReady(cancellation);
        var name = schedule.Name;
        recurring.AddOrUpdate<HangfireRefreshJob>(name, job => job.RunSchedule(name, null!), cron, new RecurringJobOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone),
            MisfireHandling = MisfireHandlingMode.Relaxed, // However many were missed, one; whether it runs is settled then.
        });
        if (schedule.IsPaused)
        {
            Rest(name);
        }

        schedules.Put(schedule);
    }

    public async Task Delete(string name, CancellationToken cancellation)
    {
        _ = await Known(name, cancellation);
        Rest(name);
        schedules.Remove(name);
    }

    /// <summary>Also ends its attempts: what waits for another try does not run while its schedule is paused.</summary>
    public async Task Pause(string name, CancellationToken cancellation) => await Save(await Known(name, cancellation) with { IsPaused = true }, cancellation);

    public async Task Unpause(string name, CancellationToken cancellation)
    {
        if (await Known(name, cancellation) is { IsPaused: true } paused)
        {
            await Save(paused with { IsPaused = false }, cancellation);
        }
    }

    public async Task RunNow(RefreshRequest request, CancellationToken cancellation)
    {
        await tables.MakeReady(cancellation);
        jobs.Enqueue(HangfireRequest.Of(request));
    }

    public Task<bool> Cancel(string runId, CancellationToken cancellation) => runs.Cancel(runId, cancellation);

    // A recurring job that is taken away and made anew begins with its next time: a pause is not made up for.
    private void Rest(string name)
    {
        recurring.RemoveIfExists(name);
        if (schedules.TakeRetry(name) is { } waiting)
        {
            jobs.Delete(waiting);
        }
    }

    private async Task<Schedule> Known(string name, CancellationToken cancellation)
    {
        await tables.MakeReady(cancellation);
        return schedules.Find(name) ?? throw new ArgumentException($"There is no schedule named '{name}'.");
    }
}
