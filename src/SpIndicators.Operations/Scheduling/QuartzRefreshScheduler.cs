using Quartz;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// The port over Quartz's persistent store. It works the same in a process that runs jobs and in one that only shows
/// them: both write what the runner reads.
/// </summary>
internal sealed class QuartzRefreshScheduler(QuartzStore quartz, OperationsStore store, OperationsOptions options, ScheduledRuns runs) : IRefreshScheduler
{
    public async Task<IReadOnlyList<ScheduleStatus>> List(CancellationToken cancellation)
    {
        var scheduler = await quartz.Open(cancellation);
        var page = await scheduler.QueryTriggers(
            new() { Group = GroupMatcher<TriggerKey>.GroupEquals(Keys.Schedules), Take = int.MaxValue }, cancellation);
        var triggers = await scheduler.GetTriggers([.. page.Items.Select(header => header.Key)], cancellation);
        var paused = page.Items.Where(header => header.State == TriggerState.Paused).Select(header => header.Key).ToHashSet();
        var fired = await runs.LastFired(cancellation);
        return
        [
            .. from trigger in triggers
               let schedule = Keys.Schedule(trigger.JobDataMap)! with { IsPaused = paused.Contains(trigger.Key) }
               orderby schedule.Name
               let next = schedule.IsPaused ? [] : Read(schedule.Cron, schedule.TimeZone).Next
               select new ScheduleStatus(schedule, next, fired.TryGetValue(schedule.Name, out var at) ? at : null),
        ];
    }

    public CronReading Read(string cron, string timeZone) => CronReader.Read(cron, timeZone, store.Time.GetUtcNow());

    public async Task Save(Schedule schedule, CancellationToken cancellation)
    {
        ScheduleRules.Check(schedule, store.Time);
        var scheduler = await quartz.Open(cancellation);
        var skips = schedule.Misfire == MisfirePolicy.Skip;
        var trigger = TriggerBuilder.Create(store.Time)
            .WithIdentity(Keys.OfSchedule(schedule.Name))
            .ForJob(Keys.Job)
            .UsingJobData(Keys.With(schedule with { IsPaused = false }))
            .WithCronSchedule(schedule.Cron.Trim(), cron => cron
                .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone))
                .WithMisfireInstruction(skips ? CronTriggerMisfireInstruction.DoNothing : CronTriggerMisfireInstruction.FireAndProceed))
            .WithMisfireThreshold(skips ? options.SkippedAfter : options.MisfireThreshold)
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellation);
        if (schedule.IsPaused)
        {
            await Pause(schedule.Name, cancellation);
        }
    }

    public async Task Delete(string name, CancellationToken cancellation)
    {
        var scheduler = await quartz.Open(cancellation);
        await scheduler.UnscheduleJob(Keys.OfRetry(name), cancellation);
        if (!await scheduler.UnscheduleJob(Keys.OfSchedule(name), cancellation))
        {
            throw Unknown(name);
        }
    }

    /// <summary>Also ends its attempts: what waits for another try does not run while its schedule is paused.</summary>
    public async Task Pause(string name, CancellationToken cancellation)
    {
        var scheduler = await quartz.Open(cancellation);
        if (!await scheduler.PauseTrigger(Keys.OfSchedule(name), cancellation))
        {
            throw Unknown(name);
        }

        await scheduler.UnscheduleJob(Keys.OfRetry(name), cancellation);
    }

    /// <summary>
    /// The schedule is made anew instead of resumed: the times that passed were not missed, somebody did not want them.
    /// </summary>
    public async Task Unpause(string name, CancellationToken cancellation)
    {
        var scheduler = await quartz.Open(cancellation);
        var key = Keys.OfSchedule(name);
        var trigger = await scheduler.GetTrigger(key, cancellation) ?? throw Unknown(name);
        if (await scheduler.GetTriggerState(key, cancellation) == TriggerState.Paused)
        {
            await Save(Keys.Schedule(trigger.JobDataMap)!, cancellation);
        }
    }

    public async Task RunNow(RefreshRequest request, CancellationToken cancellation)
    {
        var scheduler = await quartz.Open(cancellation);
        await scheduler.ScheduleTrigger(quartz.Once(request, new($"{Guid.NewGuid():N}", Keys.Wishes), store.Time.GetUtcNow()), TriggerConflict.Throw, cancellation);
    }

    public Task<bool> Cancel(string runId, CancellationToken cancellation) => runs.Cancel(runId, cancellation);

    private static ArgumentException Unknown(string name) => new($"There is no schedule named '{name}'.");
}
