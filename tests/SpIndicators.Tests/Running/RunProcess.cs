using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpIndicators.App.Running;
using SpIndicators.Core.Operations;
using SpIndicators.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Operations;
using SpIndicators.Tests.Pipelines;

namespace SpIndicators.Tests.Running;

/// <summary>
/// The program's worker in a process of its own, to be killed at a step of a run; started as the second process of the provider's
/// tests is. It stops for ever where it is told to, so that the kill finds it there.
/// </summary>
internal sealed class RunProcess : IDisposable
{
    private const string HomeVariable = "SPINDICATORS_TESTS_RUN_HOME";
    private const string AgencyVariable = "SPINDICATORS_TESTS_RUN_AGENCY";
    private const string StepVariable = "SPINDICATORS_TESTS_RUN_STEP";
    private const string HangfireVariable = "SPINDICATORS_TESTS_RUN_HANGFIRE";
    private const string AtTheStep = "at the step";
    private readonly Process process;

    private RunProcess(Process process) => this.process = process;

    /// <param name="step">Where the run stops for ever; null: nowhere, and no run is asked for.</param>
    public static RunProcess Start(string home, Uri agency, RunStepKind? step, bool usesHangfire)
    {
        var tests = typeof(RunProcess).Assembly.Location;
        return new(Process.Start(new ProcessStartInfo("dotnet", ["exec", tests])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = tests, [HomeVariable] = home, [AgencyVariable] = agency.ToString(), [StepVariable] = step?.ToString() ?? "",
                [HangfireVariable] = usesHangfire ? "yes" : "",
            },
        })!);
    }

    public static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(HomeVariable) is { } home)
        {
            var options = StorePlace.Options(home, server: null, runsJobs: true, usesHangfire: Environment.GetEnvironmentVariable(HangfireVariable) == "yes");
            Run(options, new Uri(Environment.GetEnvironmentVariable(AgencyVariable)!), Environment.GetEnvironmentVariable(StepVariable)!).GetAwaiter().GetResult();
            Environment.Exit(0);
        }
    }

    public Task KillAtTheStep() => Task.Run(() =>
    {
        Assert.Equal(AtTheStep, process.StandardOutput.ReadLine());
        process.Kill();
        process.WaitForExit();
    });

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static async Task Run(OperationsOptions options, Uri agency, string step)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services
            .AddRunning(new WarehouseHome(options.Home), RunBench.SettingsFor(agency), TimeProvider.System, options)
            .Replace(ServiceDescriptor.Singleton(SmallFlow.Of(RunBench.Source)));
        if (step.Length > 0)
        {
            var journal = builder.Services.Last(s => s.ServiceType == typeof(IRunJournal)).ImplementationFactory!;
            builder.Services.Replace(ServiceDescriptor.Singleton<IRunJournal>(all => new StoppingJournal((IRunJournal)journal(all), Enum.Parse<RunStepKind>(step))));
        }

        using var host = builder.Build();
        await host.StartAsync();
        if (step.Length > 0)
        {
            await host.Services.GetRequiredService<IRefreshScheduler>().RunNow(
                new RefreshRequest("nightly", [RunBench.Source], RunTrigger.Manual, "Amina", Attempt: 1, MaxAttempts: 3), CancellationToken.None);
        }

        await Console.In.ReadLineAsync(CancellationToken.None);
    }

    /// <summary>Stops for ever at the beginning of a step, once it is written down.</summary>
    private sealed class StoppingJournal(IRunJournal journal, RunStepKind step) : IRunJournal
    {
        public async Task<IRunRecorder> Begin(RefreshRequest request, CancellationToken cancellation) => new Stopping(await journal.Begin(request, cancellation), step);

        public Task<RunDetails?> Find(string runId, CancellationToken cancellation) => journal.Find(runId, cancellation);

        public Task<IReadOnlyList<Run>> List(string? schedule, RunState? state, int skip, int take, CancellationToken cancellation) =>
            journal.List(schedule, state, skip, take, cancellation);

        public Task<IReadOnlyDictionary<string, Run>> LastOfEachSource(CancellationToken cancellation) => journal.LastOfEachSource(cancellation);

        public Task<IReadOnlyList<Run>> MarkInterrupted(TimeSpan silence, CancellationToken cancellation) => journal.MarkInterrupted(silence, cancellation);

        public Task Settle(string runId, RunState state, string reason, CancellationToken cancellation) => journal.Settle(runId, state, reason, cancellation);
    }

    private sealed class Stopping(IRunRecorder recorder, RunStepKind step) : IRunRecorder
    {
        public string RunId => recorder.RunId;

        public async Task BeginStep(RunStepKind kind, string? item, int total)
        {
            await recorder.BeginStep(kind, item, total);
            if (kind == step)
            {
                Console.WriteLine(AtTheStep);
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }
        }

        public void Progress(int done, int total, string item) => recorder.Progress(done, total, item);

        public Task EndStep(string outcome) => recorder.EndStep(outcome);

        public Task Fetched(RunFetch fetch) => recorder.Fetched(fetch);

        public Task Log(string level, string text) => recorder.Log(level, text);

        public Task OfSource(string sourceId, SourceResult result, string? reason) => recorder.OfSource(sourceId, result, reason);

        public Task Complete(RunEnd how) => recorder.Complete(how);

        public ValueTask DisposeAsync() => recorder.DisposeAsync();
    }
}
