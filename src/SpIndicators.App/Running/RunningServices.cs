using SpIndicators.App.Alerts;
using SpIndicators.Core.Operations;
using SpIndicators.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.FileDrop;

namespace SpIndicators.App.Running;

/// <summary>What every process needs that runs refreshes or shows them: the store, the scheduler and the work itself.</summary>
internal static class RunningServices
{
    /// <param name="runsJobs">Whether schedules fire in this process.</param>
    public static IServiceCollection AddRunning(this IServiceCollection services, WarehouseHome home, Settings settings, TimeProvider time, bool runsJobs) =>
        services.AddRunning(home, settings, time, new OperationsOptions(home.Path)
        {
            PostgreSql = settings.PostgreSql,
            UsesHangfire = settings.UsesHangfire,
            RunsJobs = runsJobs,
        });

    public static IServiceCollection AddRunning(this IServiceCollection services, WarehouseHome home, Settings settings, TimeProvider time, OperationsOptions operations)
    {
        services.AddSingleton(time);
        services.AddSingleton(home);
        services.AddSingleton(FlowModels.Embedded);
        services.AddSingleton(settings.Alerts);
        services.AddSingleton(settings.Retention);
        services.AddSingleton(new HttpClient());
        services.AddSingleton<AlertSender>();
        services.AddSingleton(all => new SourceFetching(all.GetRequiredService<FlowModels>(), home, settings.Fetch, time));
        services.AddSingleton<IFetchableSources, SourcesToFetch>();
        services.AddSingleton<IFileDrop, NationalFileDrop>();
        services.AddSingleton<IRefreshWork, RefreshWork>();
        services.AddSingleton<IVintageActions, VintageActions>();
        return services.AddOperations(operations);
    }
}
