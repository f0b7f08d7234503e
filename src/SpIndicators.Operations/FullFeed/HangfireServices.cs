using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// Hangfire in Quartz's place. What it would take from its static defaults is made here for each program: its clock, its
/// storage and what makes its jobs.
/// </summary>
internal static class HangfireServices
{
    /// <summary>Hangfire looks for a new schedule's first time from a second before it is saved, and would run it at once if that was such a time.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromSeconds(1);

    public static IServiceCollection Add(IServiceCollection services, OperationsOptions options)
    {
        services.AddSingleton(all => HangfireStorage.Open(options, all.GetRequiredService<IGlobalConfiguration>()));
        services.AddSingleton<JobActivator>(all => new AspNetCoreJobActivator(all.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IRecurringJobManager>(all => new RecurringJobManager(
            all.GetRequiredService<JobStorage>(), all.GetRequiredService<IJobFilterProvider>(), all.GetRequiredService<ITimeZoneResolver>(),
            () => all.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime + LooksBack));
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton<HangfireTables>();
        services.AddSingleton<HangfireSchedules>();
        services.AddSingleton<OnlyPlace>();
        services.AddTransient<HangfireRefreshJob>();
        services.AddSingleton<IRefreshScheduler, HangfireRefreshScheduler>();
        if (options.RunsJobs)
        {
            services.AddSingleton<HangfireServer>();
            services.AddHostedService<HangfireHost>();
        }

        return services;
    }
}
