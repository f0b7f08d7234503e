using System.Diagnostics;

namespace SpIndicators.Tests.Architecture;

/// <summary>What .ci/run makes of the output of the tests.</summary>
public sealed class ClosingLineTests
{
    private const string Seven = "Passed!  - Failed:     0, Passed:     7, Skipped:     0, Total:     7, Duration: 10 s - A.dll (net10.0)\n";
    private const string TwoOfFive = "Failed!  - Failed:     2, Passed:     3, Skipped:     0, Total:     5, Duration: 1 s - B.dll (net10.0)\n";
    private const string OneSkipped = "Passed!  - Failed:     0, Passed:     4, Skipped:     1, Total:     5, Duration: 1 s - C.dll (net10.0)\n";

    [Theory]
    [InlineData(Seven, 0, 0, "7 passed, 0 failed")]
    [InlineData(Seven + "noise\n" + TwoOfFive, 1, 1, "10 passed, 2 failed")]
    [InlineData(Seven + OneSkipped, 0, 1, "11 passed, 0 failed, 1 skipped")]
    [InlineData("", 0, 1, "0 passed, 0 failed")]
    [InlineData("error CS1002: ; expected\n", 1, 1, "0 passed, 0 failed")]
    [InlineData(Seven, 1, 1, "7 passed, 0 failed")]
    [InlineData(TwoOfFive, 0, 1, "3 passed, 2 failed")]
    [InlineData(Seven + "No test is available in D.dll. Make sure that ...\n", 0, 1, "7 passed, 0 failed")]
    [InlineData(Seven + "The active test run was aborted. Reason: Test host process crashed\n", 1, 1, "7 passed, 0 failed")]
    public async Task ClosingLine_OfAnOutput_SumsItUpAndExitsAccordingly(string output, int status, int expectedExit, string expectedLine)
    {
        var log = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(log, output, TestContext.Current.CancellationToken);

            var (exit, lines) = await SumUp(log, status);

            Assert.Equal(expectedLine, lines[^1]);
            Assert.Equal(expectedExit, exit);
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static async Task<(int Exit, string[] Lines)> SumUp(string log, int status)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(SourceTree.Root, ".ci", "closing-line.mjs"), log, $"{status}"]) { RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var text = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, text.Trim().Split('\n'));
    }
}
