using System.Text.Json;
using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Scheduling;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// What Hangfire calls. Attempts are ours, so that each is a run of its own with its number; what Hangfire fetches again,
/// because its process died or ended, it knows by the mark the first fetch left.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class HangfireRefreshJob(
    IRefreshWork work, ScheduledRuns runs, OnlyPlace place, HangfireSchedules schedules, IBackgroundJobClient jobs, OperationsOptions options, ILogger<HangfireRefreshJob> log)
{
    private const string Begun = "Begun";
    private const string Done = "Done";

    public async Task RunSchedule(string name, PerformContext context, CancellationToken cancellation)
    {
        if (schedules.Find(name) is { IsPaused: false } schedule)
        {
            await Run(new(name, schedule.Sources, RunTrigger.Schedule, "scheduler", 1, schedule.MaxAttempts), context, cancellation);
        }
    }

    public Task RunRequest(string words, PerformContext context, CancellationToken cancellation) =>
        Run(JsonSerializer.Deserialize<RefreshRequest>(words)!, context, cancellation);

    private async Task Run(RefreshRequest asked, PerformContext context, CancellationToken cancellation)
    {
        await using var only = await place.Take(cancellation);
        if (context.GetJobParameter<bool>(Done, allowStale: false))
        {
            return; // Fetched a second time while the first still ran, which meanwhile has ended.
        }

        var isRecovery = context.GetJobParameter<bool>(Begun, allowStale: false);
        context.SetJobParameter(Begun, true);
        if (schedules.TakeRetry(asked.Schedule) is { } waiting && waiting != context.BackgroundJob.Id)
        {
            jobs.Delete(waiting);
        }

        var done = await runs.Run(work, asked, isRecovery, cancellation);
        if (done is { State: RunState.Failed or RunState.Interrupted } failed && !cancellation.IsCancellationRequested)
        {
            Plan(failed.Request);
        }

        // Stopped by the end of the program: Hangfire fetches it again, and it is begun again.
        cancellation.ThrowIfCancellationRequested();
        context.SetJobParameter(Done, true);
    }

    private void Plan(RefreshRequest failed)
    {
        var schedule = schedules.Find(failed.Schedule);
        if (failed.Attempt >= failed.MaxAttempts)
        {
            log.LogWarning("'{Schedule}' failed at attempt {Attempt} of {MaxAttempts} and is not tried again.", failed.Schedule, failed.Attempt, failed.MaxAttempts);
        }
        else if (schedule is not { IsPaused: true })
        {
            var words = JsonSerializer.Serialize(failed with { Trigger = RunTrigger.Retry, Attempt = failed.Attempt + 1 });
            var wait = RetryWaits.After(failed.Attempt, schedule?.FirstWait ?? options.FirstWait, Random.Shared.NextDouble());
            schedules.PutRetry(failed.Schedule, jobs.Schedule<HangfireRefreshJob>(job => job.RunRequest(words, null!, CancellationToken.None), wait));
        }
    }
}
