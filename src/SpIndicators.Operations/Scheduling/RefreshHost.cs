using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using SpIndicators.Operations.Runs;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// Runs the scheduler while the program runs. On PostgreSQL Quartz clusters by itself. SQLite knows no cluster, so there
/// one process of a home holds a lock the system lets go of however it ends, and others wait to take over.
/// </summary>
internal sealed class RefreshHost(
    QuartzStore quartz, RunJournal journal, OperationsStore store, OperationsOptions options, ILogger<RefreshHost> log) : BackgroundService
{
    private FileStream? place;
    private IScheduler? started;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (started is not null)
        {
            await started.Shutdown(true, cancellationToken);
        }
    }

    public override void Dispose()
    {
        place?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryStart(stoppingToken))
            {
                await Task.Delay(options.Look, store.Time, stoppingToken);
            }

            while (true)
            {
                await TryMark(stoppingToken);
                await Task.Delay(options.Silence / 2, store.Time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private async Task<bool> TryStart(CancellationToken cancellation)
    {
        try
        {
            await store.MakeReady(cancellation);
            if (!options.IsPostgreSql)
            {
                if (!TakePlace())
                {
                    return false;
                }

                await journal.MarkLeftByScheduler(cancellation);
            }

            var scheduler = await quartz.Open(cancellation);

            // What Quartz gave up on, for instance after an update that could not make the job: a start is a new try.
            await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.AnyGroup(), cancellation);
            await scheduler.Start(cancellation);
            started = scheduler;
            return true;
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            // A server that is not up yet must not bring down the pages of this program.
            log.LogError(refusal, "No schedule runs yet, tried again soon: {Message}", refusal.Message);
            return false;
        }
    }

    private bool TakePlace()
    {
        try
        {
            place ??= new(Path.Combine(options.Home, "scheduler.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false; // Another process of this home runs the schedules.
        }
    }

    private async Task TryMark(CancellationToken cancellation)
    {
        try
        {
            await journal.MarkInterrupted(options.Silence, cancellation);
        }
        catch (OperationsException refusal)
        {
            log.LogWarning("{Message}", refusal.Message);
        }
    }
}
