using SpIndicators.App.Running;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Verbs;

/// <summary>The services of a verb that looks at runs, schedules or people, or runs one refresh, without a server.</summary>
internal static class Composition
{
    /// <param name="adjust">What this verb wants otherwise.</param>
    public static ServiceProvider Of(WarehouseHome home, TimeProvider time, Action<IServiceCollection>? adjust = null)
    {
        var services = new ServiceCollection()
            .AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning))
            .AddRunning(home, Settings.Of(home), time, runsJobs: false);
        adjust?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
