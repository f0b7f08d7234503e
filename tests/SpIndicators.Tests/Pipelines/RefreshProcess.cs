using System.Diagnostics;
using SpIndicators.Pipelines;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A refresh in a process of its own, started as the second process of the provider's tests is, to be killed.</summary>
internal static class RefreshProcess
{
    private const string HomeVariable = "SPINDICATORS_TESTS_REFRESH_HOME";
    private const string InTheMiddle = "in the middle";

    public static readonly string[] Sources = ["ilostat_sdg_0131", "unsd_sdg", "worldbank_wdi_per"];

    public static FlowModels Flow => SmallFlow.Of(Sources);

    /// <summary>Starts a full rebuild there and ends its process once the first model is derived.</summary>
    public static void KillInTheMiddle(string home)
    {
        var tests = typeof(RefreshProcess).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tests])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_STARTUP_HOOKS"] = tests, [HomeVariable] = home },
        })!;
        Assert.Equal(InTheMiddle, process.StandardOutput.ReadLine());
        process.Kill();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
    }

    /// <summary>In the second process: refreshes, says when it is in the middle, and waits there to be killed.</summary>
    public static void RefreshIfAsked()
    {
        if (Environment.GetEnvironmentVariable(HomeVariable) is { } home)
        {
            new Refresh(Flow, new WarehouseHome(home), TimeProvider.System).Run(true, new Waiting(), CancellationToken.None);
            Environment.Exit(0);
        }
    }

    private sealed class Waiting : IProgress<FlowProgress>
    {
        public void Report(FlowProgress value)
        {
            if (value.Stage == FlowStage.Derive)
            {
                Console.WriteLine(InTheMiddle);
                new ManualResetEvent(false).WaitOne();
            }
        }
    }
}
