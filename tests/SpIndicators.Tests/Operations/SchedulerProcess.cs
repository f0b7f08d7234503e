using System.Diagnostics;
using SpIndicators.Core.Operations;
using SpIndicators.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>A process of its own that runs schedules, to be killed; started as the second process of the provider's tests is.</summary>
internal sealed class SchedulerProcess : IDisposable
{
    /// <summary>A refresh of this name hangs at its first attempt; all others take a tenth of a second.</summary>
    public const string Hanging = "hanging";

    private const string HomeVariable = "SPINDICATORS_TESTS_SCHEDULER_HOME";
    private const string ServerVariable = "SPINDICATORS_TESTS_SCHEDULER_SERVER";
    private const string HangfireVariable = "SPINDICATORS_TESTS_SCHEDULER_HANGFIRE";
    private const string Ready = "the scheduler runs";
    private readonly Process process;

    private SchedulerProcess(Process process) => this.process = process;

    public static SchedulerProcess Start(OperationsOptions options)
    {
        var tests = typeof(SchedulerProcess).Assembly.Location;
        return new(Process.Start(new ProcessStartInfo("dotnet", ["exec", tests])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = tests,
                [HomeVariable] = options.Home,
                [ServerVariable] = options.PostgreSql ?? "",
                [HangfireVariable] = options.UsesHangfire ? "yes" : "",
            },
        })!);
    }

    public static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(HomeVariable) is { } home)
        {
            var server = Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } address ? address : null;
            var usesHangfire = Environment.GetEnvironmentVariable(HangfireVariable) == "yes";
            Run(StorePlace.Options(home, server, runsJobs: true, usesHangfire)).GetAwaiter().GetResult();
            Environment.Exit(0);
        }
    }

    public Task WaitUntilReady() => Task.Run(() => Assert.Equal(Ready, process.StandardOutput.ReadLine()));

    public bool Ran(Run run) => run.Node.Contains($":{process.Id}-", StringComparison.Ordinal);

    /// <summary>As a power cut would: nothing of it gets to say a word.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static async Task Run(OperationsOptions options)
    {
        await using var program = await new OperationsProgram(options, TimeProvider.System).Start();
        program.Work.Do = async (request, cancellation) =>
        {
            var hangs = request is { Schedule: Hanging, Attempt: 1 };
            await Task.Delay(hangs ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(100), cancellation);
            return RunState.Published;
        };
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync(CancellationToken.None);
    }
}
