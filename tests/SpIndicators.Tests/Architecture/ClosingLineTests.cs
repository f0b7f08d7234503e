using System.Diagnostics;

namespace SpIndicators.Tests.Architecture;

/// <summary>What .ci/run makes of the output of the tests.</summary>
public sealed class ClosingLineTests
{
    private const string Seven = "A.dll (net10.0|x64) passed (1s)\n\nTest run summary: Passed!\n  total: 7\n  failed: 0\n  succeeded: 7\n  skipped: 0\n  duration: 1s\n";
    private const string TwoOfFive = "Test run summary: Failed!\n  total: 5\n  failed: 2\n  succeeded: 3\n  skipped: 0\n";
    private const string OneSkipped = "Test run summary: Passed!\n  total: 5\n  failed: 0\n  succeeded: 4\n  skipped: 1\n";
    private const string OneBrokeOff = "Stack overflow.\nTest run summary: Failed!\n  error: 1\n\n  total: 7\n  failed: 0\n  succeeded: 7\n  skipped: 0\n";
    private const string OneLost = "Test run summary: Passed!\n  total: 8\n  failed: 0\n  succeeded: 7\n  skipped: 0\n";

    [Theory]
    [InlineData(Seven, 0, 0, "7 passed, 0 failed")]
    [InlineData(Seven + "noise\n" + TwoOfFive, 1, 1, "3 passed, 2 failed")]
    [InlineData(OneSkipped, 0, 1, "4 passed, 0 failed, 1 skipped")]
    [InlineData("", 0, 1, "0 passed, 0 failed")]
    [InlineData("error CS1002: ; expected\n", 1, 1, "0 passed, 0 failed")]
    [InlineData(Seven, 1, 1, "7 passed, 0 failed")]
    [InlineData(TwoOfFive, 0, 1, "3 passed, 2 failed")]
    [InlineData(OneBrokeOff, 0, 1, "7 passed, 0 failed")]
    [InlineData(OneLost, 0, 1, "7 passed, 0 failed")]
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
