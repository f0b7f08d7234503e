using System.Text.Json;
using Hangfire;
using Hangfire.Server;
using Hangfire.States;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Scheduling;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// What Hangfire calls. Attempts are ours, so that each is a run of its own with its number; what Hangfire fetches again,
/// because its process died or ended, it knows by the mark the first fetch left. What failed fails here too, so that
/// Hangfire's pages say so.
/// </summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
internal sealed class HangfireRefreshJob(
    IRefreshWork work, ScheduledRuns runs, OnlyPlace place, HangfireSchedules schedules, JobStorage storage, IBackgroundJobClient jobs,
    OperationsOptions options, ILogger<HangfireRefreshJob> log)
{
    private const string Begun = "Begun";
    private const string Done = "Done";

    /// <summary>Hangfire's own: when its clock found that a schedule was due.</summary>
    private const string FiredAt = "Time";

    /// <summary>Hangfire keeps failures for ever; the journal does that better.</summary>
    private const int FailuresKept = 20;

    /// <summary>Hangfire counts in whole seconds and would begin up to one too early.</summary>
    private static readonly TimeSpan HangfiresTick = TimeSpan.FromSeconds(1);

    [JobDisplayName("{0}")]
    public async Task RunSchedule(string name, PerformContext context)
    {
        if (schedules.Find(name) is { IsPaused: false } schedule && !IsMissed(schedule, context))
        {
            await Run(new(name, schedule.Sources, RunTrigger.Schedule, "scheduler", 1, schedule.MaxAttempts), context);
        }
    }

    /// <param name="title">What Hangfire's pages show.</param>
    [JobDisplayName("{0}")]
    public Task RunRequest(string title, string words, PerformContext context) => Run(JsonSerializer.Deserialize<RefreshRequest>(words)!, context);

    // Hangfire's own rule for skipping skips what waited a moment too long, a restart for instance.
    private bool IsMissed(Schedule schedule, PerformContext context)
    {
        var fired = DateTimeOffset.FromUnixTimeSeconds(context.GetJobParameter<long>(FiredAt));
        return schedule.Misfire == MisfirePolicy.Skip && !CronReader.Read(schedule.Cron, schedule.TimeZone, fired - options.SkippedAfter).Next.Any(due => due <= fired);
    }

    private async Task Run(RefreshRequest asked, PerformContext context)
    {
        var ofProgram = context.CancellationToken.ShutdownToken;
        await using var only = await place.Take(ofProgram);
        if (IsOver(context))
        {
            return;
        }

        var isRecovery = context.GetJobParameter<bool>(Begun, allowStale: false);
        context.SetJobParameter(Begun, true);
        if (schedules.TakeRetry(asked.Schedule) is { } waiting && waiting != context.BackgroundJob.Id)
        {
            jobs.Delete(waiting);
        }

        var done = await runs.Run(work, asked, isRecovery, ofProgram);

        // Stopped by the end of the program: Hangfire fetches it again, and it is begun again.
        ofProgram.ThrowIfCancellationRequested();
        context.SetJobParameter(Done, true);
        if (done is { State: RunState.Failed or RunState.Interrupted } failed)
        {
            Plan(failed.Request);
            ForgetOldFailures();
            throw new OperationsException($"'{asked.Schedule}' failed at attempt {failed.Request.Attempt} of {failed.Request.MaxAttempts}; its run says why.");
        }
    }

    // It waited for the place while another worker had it too and ran it, or while another run took the place of this attempt.
    private static bool IsOver(PerformContext context) =>
        context.GetJobParameter<bool>(Done, allowStale: false) || context.Connection.GetStateData(context.BackgroundJob.Id)?.Name != ProcessingState.StateName;

    private void Plan(RefreshRequest failed)
    {
        var schedule = schedules.Find(failed.Schedule);
        if (failed.Attempt >= failed.MaxAttempts)
        {
            log.LogWarning("'{Schedule}' failed at attempt {Attempt} of {MaxAttempts} and is not tried again.", failed.Schedule, failed.Attempt, failed.MaxAttempts);
        }
        else if (schedule is not { IsPaused: true })
        {
            var again = failed with { Trigger = RunTrigger.Retry, Attempt = failed.Attempt + 1 };
            var wait = RetryWaits.After(failed.Attempt, schedule?.FirstWait ?? options.FirstWait, Random.Shared.NextDouble());
            schedules.PutRetry(failed.Schedule, jobs.Schedule(HangfireRequest.Of(again), wait + HangfiresTick));
        }
    }

    private void ForgetOldFailures()
    {
        foreach (var (old, _) in storage.GetMonitoringApi().FailedJobs(FailuresKept, FailuresKept))
        {
            jobs.Delete(old);
        }
    }
}
