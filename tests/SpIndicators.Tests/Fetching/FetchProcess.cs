using System.Diagnostics;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.Tests.Fetching;

/// <summary>A fetch in a process of its own, started as the second process of the provider's tests is, to be killed.</summary>
internal static class FetchProcess
{
    private const string HomeVariable = "SPINDICATORS_TESTS_FETCH_HOME";
    private const string AddressVariable = "SPINDICATORS_TESTS_FETCH_ADDRESS";

    /// <summary>Starts a fetch there and ends its process once bytes of the answer have come.</summary>
    public static async Task KillInTheMiddle(WarehouseHome home, AgencyServer server)
    {
        var tests = typeof(FetchProcess).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tests])
        {
            Environment = { ["DOTNET_STARTUP_HOOKS"] = tests, [HomeVariable] = home.Path, [AddressVariable] = server.Address.AbsoluteUri },
        })!;
        while (!Parts(home).Any(part => new FileInfo(part).Length > 0))
        {
            Assert.False(process.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, process.ExitCode);
    }

    /// <summary>In the second process: fetches, from a server that does not send all.</summary>
    public static void FetchIfAsked()
    {
        if (Environment.GetEnvironmentVariable(HomeVariable) is { } home)
        {
            var address = new Uri(Environment.GetEnvironmentVariable(AddressVariable)!);
            var settings = new FetchSettings { BaseAddresses = new Dictionary<string, Uri> { ["ilo_sdmx"] = address, ["ilo_bulk"] = address } };
            using var fetching = new SourceFetching(FlowModels.Embedded, new WarehouseHome(home), settings, TimeProvider.System);
            fetching.Fetch(IloAnswers.Source, null, null, null, CancellationToken.None).GetAwaiter().GetResult();
            Environment.Exit(0);
        }
    }

    private static IEnumerable<string> Parts(WarehouseHome home) =>
        Directory.Exists(home.Landing) ? Directory.EnumerateFiles(home.Landing, "*.part", SearchOption.AllDirectories) : [];
}
