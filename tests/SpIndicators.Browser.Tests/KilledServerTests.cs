using System.Diagnostics;

namespace SpIndicators.Browser.Tests;

/// <summary>A server that ends without a word leaves neither its browser nor the browser's files.</summary>
public sealed class KilledServerTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);
    private static readonly bool HasProc = Directory.Exists("/proc/self");

    [Fact]
    public async Task Server_ThatIsKilled_TakesItsBrowserAndTheProfileAlong()
    {
        var folder = Directory.CreateTempSubdirectory("spi-killed-").FullName;
        try
        {
            await using var app = await AppUnderTest.Start("killed", new Dictionary<string, string> { ["TMPDIR"] = folder });
            using var http = new HttpClient { BaseAddress = app.Address };
            using var picture = await http.GetAsync("/overview.png", TestContext.Current.CancellationToken);
            var before = (Processes: Using(folder).Count, Profiles: Profiles(folder).Count);
            app.Kill();
            var clock = Stopwatch.StartNew();
            while ((Using(folder).Count > 0 || Profiles(folder).Count > 0) && clock.Elapsed < AtMost)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            picture.EnsureSuccessStatusCode();
            Assert.True(before.Profiles == 1 && (before.Processes > 1 || !HasProc), $"There were {before.Processes} processes and {before.Profiles} profiles while it ran.");
            Assert.Empty(Using(folder));
            Assert.Empty(Profiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Profiles(string folder) => [.. Directory.EnumerateDirectories(folder, "spi-browser-*")];

    /// <summary>Command lines that name the folder; where there is no /proc, the profile alone tells: it is removed after the browser.</summary>
    private static List<string> Using(string folder) => !HasProc ? [] :
    [
        .. Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)).Select(CommandLine)
            .Where(line => line.Contains(Path.Combine(folder, "spi-browser-"), StringComparison.Ordinal)),
    ];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
