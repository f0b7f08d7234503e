using System.Text.Json;
using Hangfire;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Scheduling;

namespace SpIndicators.Operations.FullFeed;

/// <summary>The port over Hangfire: a recurring job for each schedule that is not paused.</summary>
internal sealed class HangfireRefreshScheduler(
    IRecurringJobManager recurring, IBackgroundJobClient jobs, HangfireSchedules schedules, ScheduledRuns runs, TimeProvider time) : IRefreshScheduler
{
    public async Task<IReadOnlyList<ScheduleStatus>> List(CancellationToken cancellation)
    {
        var fired = await runs.LastFired(cancellation);
        return
        [
            .. from schedule in schedules.All()
               let next = schedule.IsPaused ? [] : Read(schedule.Cron, schedule.TimeZone).Next
               select new ScheduleStatus(schedule, next, fired.TryGetValue(schedule.Name, out var at) ? at : null),
        ];
    }

    public CronReading Read(string cron, string timeZone) => CronReader.Read(cron, timeZone, time.GetUtcNow());

    public Task Save(Schedule schedule, CancellationToken cancellation)
    {
        ScheduleRules.Check(schedule, time);
        var cron = HangfireCron.Of(schedule.Cron);
        schedules.Put(schedule);
        if (schedule.IsPaused)
        {
            Rest(schedule.Name);
        }
        else
        {
            var name = schedule.Name;
            recurring.AddOrUpdate<HangfireRefreshJob>(name, job => job.RunSchedule(name, null!, CancellationToken.None), cron, new RecurringJobOptions
            {
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone),
                MisfireHandling = schedule.Misfire == MisfirePolicy.Skip ? MisfireHandlingMode.Ignorable : MisfireHandlingMode.Relaxed,
            });
        }

        return Task.CompletedTask;
    }

    public Task Delete(string name, CancellationToken cancellation)
    {
        _ = Known(name);
        Rest(name);
        schedules.Remove(name);
        return Task.CompletedTask;
    }

    public Task Pause(string name, CancellationToken cancellation) => Save(Known(name) with { IsPaused = true }, cancellation);

    public Task Unpause(string name, CancellationToken cancellation) => Save(Known(name) with { IsPaused = false }, cancellation);

    public Task RunNow(RefreshRequest request, CancellationToken cancellation)
    {
        var words = JsonSerializer.Serialize(request);
        jobs.Enqueue<HangfireRefreshJob>(job => job.RunRequest(words, null!, CancellationToken.None));
        return Task.CompletedTask;
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

    private Schedule Known(string name) => schedules.Find(name) ?? throw new ArgumentException($"There is no schedule named '{name}'.");
}
