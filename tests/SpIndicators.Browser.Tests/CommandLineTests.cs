using System.Diagnostics;

namespace SpIndicators.Browser.Tests;

/// <summary>The contract of <c>spi</c> as a process: exit codes, results on standard output, reasons on standard error.</summary>
/// <param name="site">Its app has published what the verbs read.</param>
public sealed class CommandLineTests(Site site)
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("query")]
    [InlineData("query", "")]
    [InlineData("query", "select 1", "--format", "xml")]
    [InlineData("refresh", "--force")]
    [InlineData("refresh", "--offline", "--source", "unsd_sdg")]
    [InlineData("refresh", "--source", "nonsense")]
    [InlineData("user", "add")]
    [InlineData("user", "add", "no name of a person!", "--role", "king")]
    [InlineData("explain", "coverage_gap")]
    [InlineData("explain", "coverage_gap", "KEN", "1066")]
    [InlineData("status", "--home", "no-such-folder")]
    [InlineData("export")]
    [InlineData("export", "chart", "/explore")]
    [InlineData("export", "chart", "explore", "--out", "x.png")]
    [InlineData("export", "data", "/explore", "--format", "doc", "--out", "x.doc")]
    [InlineData("export", "data", "/explore", "--out", "no-such-folder/x.csv")]
    [InlineData("export", "chart", "/explore", "--format", "png", "--out", "x.svg")]
    [InlineData("export", "chart", "/explore", "--out", "x.xlsx")]
    [InlineData("export", "brief", "--out", "x")]
    [InlineData("export", "brief", "KEN", "--all", "--out", "x")]
    public async Task Spi_UsedWrongly_SaysWhyAndExitsWith2(params string[] arguments)
    {
        var (status, output, reason) = await Spi(arguments);

        Assert.Equal(2, status);
        Assert.NotEmpty(reason + output);
        Assert.DoesNotContain("Unhandled", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_OfAPublishedValue_ShowsTheFormulaWithItsValuesAndWhereTheyCameFrom()
    {
        Assert.NotNull(site.Address);

        var (status, output, reason) = await Spi("explain", "people_uncovered", "ken", "2020", "--home", DataHome.Path);

        Assert.True(status == 0, reason);
        Assert.Contains("(100 - least(10.1, 100)) / 100 * 52217334", output, StringComparison.Ordinal);
        Assert.Contains("= 46943383.266", output, StringComparison.Ordinal);
        Assert.Contains("ilostat_sdg_0131 2022-04-17, SOC_CONTIG_TOTAL, KEN, 2020, sha256 084857d8", output, StringComparison.Ordinal);
        Assert.Contains("worldbank_wdi 2026-07, SP.POP.TOTL, KEN, 2020, sha256", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("happiness", "KEN", "There is no indicator 'happiness'. There are: ")]
    [InlineData("coverage", "XXX", "No value of coverage is published for 'XXX'")]
    [InlineData("coverage", "KEN", "No such value of coverage for KEN, OLDAGE. Years with values: 2016, 2019.", "1990", "--contingency", "OLDAGE")]
    public async Task Explain_OfWhatIsNotPublished_SaysWhatThereIs(string indicator, string area, string words, params string[] more)
    {
        Assert.NotNull(site.Address);

        var (status, _, reason) = await Spi([.. new[] { "explain", indicator, area }, .. more, "--home", DataHome.Path]);

        Assert.Equal(2, status);
        Assert.StartsWith(words, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chart", "/country/KEN?lang=fr", "--chart", "left-out", "--format", "png", "--scale", "2")]
    [InlineData("chart", "/", "--format", "svg", "--theme", "dark")]
    [InlineData("data", "http://127.0.0.1:1/explore?indicator=coverage_gap", "--format", "xlsx")]
    [InlineData("data", "/calculator?country=~KEN", "--chart", "path", "--format", "json")]
    [InlineData("brief", "KEN", "--lang", "fr")]
    [InlineData("report-pack", "ken", "--lang", "es", "--time", "2015..2023")]
    [InlineData("report-pack", "URY", "--release", "unsd_sdg@2024-02-17")]
    public async Task Export_OfAPage_WritesTheFileAndSaysSo(params string[] what)
    {
        Assert.NotNull(site.Address);
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "file");

        var (status, output, reason) = await Spi(["export", .. what, "--out", file, "--home", DataHome.Path]);

        Assert.True(status == 0, reason);
        Assert.Contains(file, output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(file).Length, 1000, 10_000_000);
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Export_OfAChartThatIsNotThere_NamesThoseThatAre_AndLeavesTheOldFile()
    {
        Assert.NotNull(site.Address);
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "file.csv");
        await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);

        var (status, _, reason) = await Spi("export", "data", "/country/KEN", "--chart", "nonsense", "--out", file, "--home", DataHome.Path);

        Assert.Equal(2, status);
        Assert.Contains("left-out, trend", reason, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    private sealed class ScratchFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("spi-export-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
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
    public async Task Build_ThatFails_LeavesNothingInTheWayOfTheNext()
    {
        var home = Directory.CreateTempSubdirectory("spi-cli-").FullName;
        try
        {
            // Of all code lists there is none: told once the file is begun.
            Directory.CreateDirectory(Path.Combine(home, "reference"));
            Directory.CreateSymbolicLink(Path.Combine(home, "snapshots"), Path.Combine(Places.Root, "data", "snapshots"));
            for (var attempt = 1; attempt <= 2; attempt++)
            {
                var (status, _, reason) = await Spi("build", "--out", Path.Combine(home, "built.duckdb"), "--home", home);

                Assert.True(status == 1, reason);
                Assert.Empty(Directory.EnumerateFiles(home, "built*"));
            }
        }
        finally
        {
            Directory.Delete(Path.Combine(home, "snapshots"));
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
