using System.Diagnostics;

namespace SpIndicators.Browser.Tests;

/// <summary>The contract of <c>spi</c> as a process: exit codes, results on standard output, reasons on standard error.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("query")]
    [InlineData("query", "")]
    [InlineData("query", "select 1", "--format", "xml")]
    [InlineData("refresh")]
    [InlineData("status", "--home", "no-such-folder")]
    public async Task Spi_UsedWrongly_SaysWhyAndExitsWith2(params string[] arguments)
    {
        var (status, output, reason) = await Spi(arguments);

        Assert.Equal(2, status);
        Assert.NotEmpty(reason + output);
        Assert.DoesNotContain("Unhandled", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_WithNothingPublished_ExitsWith1()
    {
        var home = Directory.CreateTempSubdirectory("spi-cli-").FullName;
        try
        {
            var (status, output, _) = await Spi("status", "--home", home);

            Assert.Equal(1, status);
            Assert.Contains("Nothing is published yet", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task Spi_WithoutAVerb_ServesTheHomeItWasGiven()
    {
        // A folder without snapshots: the server starts, and says that the first build waits for them.
        var home = Directory.CreateTempSubdirectory("spi-cli-").FullName;
        using var process = Start("--home", home);
        try
        {
            var lines = await Task.WhenAny(Task.Run(() => process.StandardOutput.ReadLine(), TestContext.Current.CancellationToken), process.WaitForExitAsync(TestContext.Current.CancellationToken));
            Assert.False(process.HasExited, "It ended instead of serving.");
            Assert.Contains("SpIndicators", await (Task<string?>)lines, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<(int Status, string Output, string Reason)> Spi(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var reason = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await reason);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Places.App, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Places.Root,
    })!;
}
