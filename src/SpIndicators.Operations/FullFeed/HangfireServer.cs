using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// What a Hangfire server is made of, with the program's clock for its schedules. (Its delayed jobs, here the attempts that
/// wait, know the system's only.)
/// </summary>
internal sealed class HangfireServer(
    JobStorage storage, JobActivator activator, IJobFilterProvider filters, ITimeZoneResolver zones, OperationsOptions options, TimeProvider time)
{
    /// <summary>One runs and the others wait for its place; more would only wait too.</summary>
    private const int Workers = 3;

    /// <summary>
    /// Hangfire takes a job for lost that it began elsewhere, and tells the one that runs it to stop. On SQLite that is every
    /// run longer than <see cref="OperationsOptions.Silence"/>; the place settles it better, so it is asked as good as never.
    /// </summary>
    private static readonly TimeSpan AsGoodAsNever = TimeSpan.FromDays(10);

    public BackgroundProcessingServer Start()
    {
        string[] queues = [EnqueuedState.DefaultQueue];
        var changer = new BackgroundJobStateChanger(filters);
        return new(
            storage,
            [
                new Worker(queues, new BackgroundJobPerformer(filters, activator), changer).UseBackgroundPool(Workers),
                new DelayedJobScheduler(options.Look, changer).UseBackgroundPool(1),
                new RecurringJobScheduler(new BackgroundJobFactory(filters), options.Look, zones, () => time.GetUtcNow().UtcDateTime).UseBackgroundPool(1),
            ],
            new Dictionary<string, object> { ["Queues"] = queues, ["WorkerCount"] = Workers },
            new BackgroundProcessingServerOptions
            {
                ServerName = options.Node,
                HeartbeatInterval = options.Silence / 3,
                ShutdownTimeout = options.Silence,
                CancellationCheckInterval = AsGoodAsNever,
            });
    }
}
