using Microsoft.Extensions.Logging;
using Quartz;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// The next attempt of what failed, as a trigger of its own: it does not shift the schedule, survives a restart, and
/// carries its number. (Quartz's own retries would drop an attempt that comes close to the next regular time.)
/// </summary>
internal sealed class NextAttempt(QuartzStore quartz, ILogger<NextAttempt> log)
{
    /// <summary>A run that begins takes the place of the attempt that waits.</summary>
    public static async Task Forget(IScheduler scheduler, string schedule, CancellationToken cancellation) =>
        await scheduler.UnscheduleJob(Keys.OfRetry(schedule), cancellation);

    /// <param name="otherwise">The first wait where no schedule says another.</param>
    public async Task Plan(IScheduler scheduler, RefreshRequest failed, TimeSpan otherwise, DateTimeOffset now, CancellationToken cancellation)
    {
        if (failed.Attempt >= failed.MaxAttempts)
        {
            log.LogWarning("'{Schedule}' failed at attempt {Attempt} of {MaxAttempts} and is not tried again.", failed.Schedule, failed.Attempt, failed.MaxAttempts);
            return;
        }

        var key = Keys.OfSchedule(failed.Schedule);
        var schedule = await scheduler.GetTrigger(key, cancellation) is { } trigger ? Keys.Schedule(trigger.JobDataMap) : null;
        if (schedule is not null && await scheduler.GetTriggerState(key, cancellation) == TriggerState.Paused)
        {
            return;
        }

        var at = now + RetryWaits.After(failed.Attempt, schedule?.FirstWait ?? otherwise, Random.Shared.NextDouble());
        var again = failed with { Trigger = RunTrigger.Retry, Attempt = failed.Attempt + 1 };
        await scheduler.ScheduleTrigger(quartz.Once(again, Keys.OfRetry(failed.Schedule), at), TriggerConflict.Replace, cancellation);
    }
}
