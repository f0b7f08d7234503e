using Quartz;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// What every trigger fires: calls the work and, when it failed, plans the next attempt. Quartz keeps it from running
/// twice at once in the whole cluster, and fires it again on another process when its own dies (recovery).
/// </summary>
[DisallowConcurrentExecution]
internal sealed class RefreshJob(IRefreshWork work, ScheduledRuns runs, OperationsStore store, OperationsOptions options, NextAttempt next) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var asked = Keys.Request(context.MergedJobDataMap);
        await NextAttempt.Forget(context.Scheduler, asked.Schedule, cancellationToken);
        if (await runs.Run(work, asked, context.Recovering, cancellationToken) is not { } done)
        {
            return;
        }

        if (done.State is RunState.Failed or RunState.Interrupted && !cancellationToken.IsCancellationRequested)
        {
            await next.Plan(context.Scheduler, done.Request, options.FirstWait, store.Time.GetUtcNow(), cancellationToken);
        }

        // Stopped by the end of the program, not by a person: Quartz fires it again at the next start, or elsewhere.
        cancellationToken.ThrowIfCancellationRequested();
    }
}
