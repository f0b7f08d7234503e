using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.Storage.SQLite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.FullFeed;

/// <summary>Hangfire in Quartz's place: PostgreSQL, or a SQLite file of its own beside the runs.</summary>
public static class HangfireServices
{
    /// <summary>Hangfire's own pages, for whoever the policy lets in.</summary>
    public static IEndpointConventionBuilder MapHangfire(this IEndpointRouteBuilder endpoints, string policy) =>
        endpoints.MapHangfireDashboardWithAuthorizationPolicy(policy, "/hangfire");

    internal static IServiceCollection Add(IServiceCollection services, OperationsOptions options)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (options.PostgreSql is { } server)
            {
                hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(server), new PostgreSqlStorageOptions
                {
                    QueuePollInterval = options.Look,
                    InvisibilityTimeout = options.Silence,
                    UseSlidingInvisibilityTimeout = true,
                });
            }
            else
            {
                Directory.CreateDirectory(options.Home);
                hangfire.UseSQLiteStorage(Path.Combine(options.Home, "hangfire.db"), new SQLiteStorageOptions
                {
                    QueuePollInterval = options.Look,
                    InvisibilityTimeout = options.Silence,
                });
            }
        });
        services.AddSingleton<HangfireSchedules>();
        services.AddSingleton<OnlyPlace>();
        services.AddTransient<HangfireRefreshJob>();
        services.AddSingleton<IRefreshScheduler, HangfireRefreshScheduler>();
        if (options.RunsJobs)
        {
            services.AddHangfireServer(server =>
            {
                server.ServerName = options.Node;
                server.SchedulePollingInterval = options.Look;
                server.CancellationCheckInterval = options.Look;

                // One runs and the others wait for its place; more would only wait too.
                server.WorkerCount = 3;
            });
            services.AddHostedService<SilenceWatch>();
        }

        return services;
    }
}
