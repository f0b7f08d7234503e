using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Publishing;
using SpIndicators.Operations.Runs;
using SpIndicators.Operations.Scheduling;
using SpIndicators.Operations.Storage;
using SpIndicators.Operations.Users;

namespace SpIndicators.Operations;

/// <summary>Registers the operational store and the scheduler. The program adds <see cref="IRefreshWork"/> where jobs run.</summary>
public static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, OperationsOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<OperationsStore>();
        services.AddSingleton<RunsHere>();
        services.AddSingleton<RunEnds>();
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<RunJournal>();
        services.AddSingleton<IRunJournal>(all => all.GetRequiredService<RunJournal>());
        services.AddSingleton<IPublishPolicies, PublishPolicies>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<UserStore>();
        services.AddSingleton<IUserStore>(all => all.GetRequiredService<UserStore>());
        services.AddSingleton<FirstSchedule>();
        services.AddSingleton(all => new Bootstrap(all.GetRequiredService<UserStore>(), all.GetRequiredService<FirstSchedule>()));
        services.AddSingleton<ScheduledRuns>();
        if (!options.UsesHangfire)
        {
            return services.AddQuartzScheduler(options);
        }

#if FULL_FEED
        return FullFeed.HangfireServices.Add(services, options);
#else
        throw new InvalidOperationException(OperationsOptions.NoHangfire);
#endif
    }

    private static IServiceCollection AddQuartzScheduler(this IServiceCollection services, OperationsOptions options)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "spindicators";

                // Without a cluster Quartz recovers what ran under its own name, so the next process must bear the same.
                scheduler.InstanceId = options.IsPostgreSql ? options.Node : "only";
                scheduler.IdleWaitTime = options.Look;

                // A refresh takes minutes: asked to stop at the end of the program, it leaves nothing half done.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(rules =>
                {
                    rules.MisfireThreshold = options.MisfireThreshold;
                    rules.StoreJobDataAsStrings = true;
                    rules.RecoverFiringsCancelledByShutdown = true;
                });
                if (options.PostgreSql is { } server)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, server);
                    store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (options.ClusterCheck, options.ClusterCheck));
                }
                else
                {
                    // The same file as the runs: one file to keep, to copy and to lose. Quartz waits longer for a lock, since
                    // a build that keeps the disk busy must not make it give up a fire.
                    var file = new SqliteConnectionStringBuilder(Engine.Of(options).ConnectionString) { DefaultTimeout = 30 };
                    store.UseSqlite(SqliteFactory.Instance, file.ToString());
                }
            });
        });
        services.AddSingleton<QuartzStore>();
        services.AddSingleton<NextAttempt>();
        services.AddSingleton<IRefreshScheduler, QuartzRefreshScheduler>();
        if (options.RunsJobs)
        {
            services.AddHostedService<RefreshHost>();
        }

        return services;
    }
}
