using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
using SpIndicators.App.Console;
using SpIndicators.App.Observability;
using SpIndicators.App.Running;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi worker</c>: runs the schedules and serves no pages.</summary>
internal static class WorkerVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var verb = new Command("worker", "Run the schedules without serving pages");
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(parsed.GetValue(common.Verbose), async () =>
        {
            var home = common.HomeOf(parsed);
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
            builder.Logging.AddFilter("Quartz", LogLevel.Warning);
            builder.Logging.AddFilter("Hangfire", LogLevel.Warning);
            // With Logging__Console__FormatterName=json every line of a run bears its id.
            builder.Services.Configure<JsonConsoleFormatterOptions>(json => json.IncludeScopes = true);
            builder.Services.AddRunning(home, Settings.Of(home), time, runsJobs: true);
            using var telemetry = OpenTelemetryExport.Start();
            using var host = builder.Build();
            System.Console.Out.WriteLine("Running the schedules. Stop with Ctrl+C.");
            await host.RunAsync(cancellation);
            return Outcome.Done;
        }));
        return verb;
    }
}
