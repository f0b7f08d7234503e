using Microsoft.Extensions.Logging;
using Quartz;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Runs;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// What every trigger fires: calls the work and, when it failed, plans the next attempt. Quartz keeps it from running
/// twice at once in the whole cluster, and fires it again on another process when its own dies (recovery).
/// </summary>
[DisallowConcurrentExecution]
internal sealed class RefreshJob(
    IRefreshWork work, RunJournal journal, RunsHere here, OperationsStore store, OperationsOptions options, NextAttempt next, ILogger<RefreshJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // This firing has the cluster's only place, so a run that another process left open is over.
        await journal.MarkLeftByScheduler(cancellationToken);

        var request = Keys.Request(context.MergedJobDataMap);
        if (context.Recovering)
        {
            if (await Recovery.Of(request, journal, cancellationToken) is not { } again)
            {
                log.LogError("'{Schedule}' ended its process several times in a row and is not begun again.", request.Schedule);
                return;
            }

            request = again;
        }

        await NextAttempt.Forget(context.Scheduler, request.Schedule, cancellationToken);
        var state = await Run(request, cancellationToken);
        if (state is RunState.Failed or RunState.Interrupted && !cancellationToken.IsCancellationRequested)
        {
            await next.Plan(context.Scheduler, request, options.FirstWait, store.Time.GetUtcNow(), cancellationToken);
        }

        // Stopped by the end of the program, not by a person: Quartz fires it again at the next start, or elsewhere.
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<RunState> Run(RefreshRequest request, CancellationToken ofProgram)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ofProgram);
        here.Enter(stop);
        try
        {
            return await work.Run(request, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return RunState.Cancelled;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The work promised an answer. Without one the schedule must still go on.
            log.LogError(failure, "The refresh '{Schedule}' broke off: {Message}", request.Schedule, failure.Message);
            return RunState.Failed;
        }
    }
}
