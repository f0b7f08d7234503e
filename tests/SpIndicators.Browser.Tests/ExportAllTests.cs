using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace SpIndicators.Browser.Tests;

/// <summary><c>spi export all</c> as a process: what is in the folder, what is made again, what is said when a part cannot be made.</summary>
/// <param name="site">Its app has published what is exported.</param>
public sealed class ExportAllTests(Site site)
{
    private const string NoBrowser = "/there/is/none";

    [Fact]
    public async Task All_OfTwoCountries_IsAFolderOfWholeFiles_AndIsNotMadeTwice()
    {
        Assert.NotNull(site.Address);
        using var scratch = new Scratch();

        var (status, output, reason) = await Spi(null, "export", "all", "--country", "ken,ATA", "--lang", "fr", "--out", scratch.Path, "--home", DataHome.Path);
        var first = scratch.Files();
        File.Delete(Path.Combine(scratch.Path, first.Single(file => file.EndsWith(".pdf", StringComparison.Ordinal) && file.Contains("KEN", StringComparison.Ordinal))));
        await File.WriteAllTextAsync(Path.Combine(scratch.Path, "data", "left.csv.partial"), "half", TestContext.Current.CancellationToken);
        var again = await Spi(null, "export", "all", "--country", "KEN,ATA", "--lang", "fr", "--out", scratch.Path, "--home", DataHome.Path);

        Assert.True(status == 0, reason);
        Assert.Contains("0 failed", output, StringComparison.Ordinal);
        Assert.Equal(first, scratch.Files());
        Assert.True(again.Status == 0, again.Reason);
        Assert.Contains(" 1 made, ", again.Output, StringComparison.Ordinal);
        MustBeWhole(scratch, first);
    }

    [Fact]
    public async Task All_WithoutABrowser_MakesTheRest_NamesWhatIsMissing_AndFails()
    {
        Assert.NotNull(site.Address);
        using var scratch = new Scratch();

        var (status, output, reason) = await Spi(NoBrowser, "export", "all", "--country", "KEN,SEN", "--out", scratch.Path, "--home", DataHome.Path);

        Assert.Equal(1, status);
        Assert.Contains("1 failed", output, StringComparison.Ordinal);
        Assert.Contains("the briefs of all countries:", reason, StringComparison.Ordinal);
        Assert.Contains(scratch.Files(), file => file.EndsWith(".duckdb", StringComparison.Ordinal));
        Assert.Equal(2, scratch.Files().Count(file => file.StartsWith("countries", StringComparison.Ordinal) && file.EndsWith(".zip", StringComparison.Ordinal)));
        Assert.DoesNotContain(scratch.Files(), file => file.EndsWith(".pdf", StringComparison.Ordinal) || file.EndsWith(".partial", StringComparison.Ordinal) || file.StartsWith("readme", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'XXX' is no country", "--country", "KEN,XXX")]
    [InlineData("'de' is no language", "--lang", "en,de")]
    [InlineData("names nothing", "--country", ",")]
    public async Task All_AskedForWhatIsNotKnown_SaysSoAndMakesNothing(string words, params string[] arguments)
    {
        Assert.NotNull(site.Address);
        using var scratch = new Scratch();

        var (status, _, reason) = await Spi(null, ["export", "all", .. arguments, "--out", scratch.Path, "--home", DataHome.Path]);

        Assert.Equal(2, status);
        Assert.Contains(words, reason, StringComparison.Ordinal);
        Assert.Empty(scratch.Files());
    }

    /// <summary>Each kind by what begins and ends it.</summary>
    private static void MustBeWhole(Scratch scratch, IReadOnlyList<string> files)
    {
        var vintage = Path.GetFileNameWithoutExtension(files.Single(file => file.EndsWith(".duckdb", StringComparison.Ordinal)))["spindicators-".Length..];
        string[] expected =
        [
            "readme-fr.txt", $"spindicators-{vintage}.duckdb", $"countries/KEN/country-KEN-brief-fr-{vintage}.pdf", $"countries/KEN/sdg-1-3-1-KEN-fr-{vintage}.zip",
            $"countries/ATA/country-ATA-brief-fr-{vintage}.pdf", $"data/spindicators-{vintage}.sdmx.csv", $"data/spindicators-fr-{vintage}.csv", $"data/spindicators-fr-{vintage}.parquet",
            $"data/spindicators-fr-{vintage}.xlsx", "metadata/indicators-fr.csv", "metadata/indicators-fr.json", "metadata/indicators-fr.xlsx", "metadata/openapi.json",
            "metadata/sdmx-structure.json", "metadata/sdmx-structure.xml",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Select(file => file.Replace('\\', '/')).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(scratch.Path, file));
            switch (Path.GetExtension(file))
            {
                case ".pdf":
                    Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
                    Assert.EndsWith("%%EOF", Encoding.ASCII.GetString(bytes).TrimEnd(), StringComparison.Ordinal);
                    break;
                case ".zip" or ".xlsx":
                    using (var zip = new ZipArchive(new MemoryStream(bytes)))
                    {
                        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 0, $"{file}: {entry.FullName} is empty"));
                    }

                    break;
                case ".parquet":
                    Assert.Equal(("PAR1", "PAR1"), (Encoding.ASCII.GetString(bytes, 0, 4), Encoding.ASCII.GetString(bytes, bytes.Length - 4, 4)));
                    break;
                default:
                    Assert.True(bytes.Length > 500, $"{file} has {bytes.Length} bytes.");
                    break;
            }
        }

        Assert.Contains("ATA", File.ReadAllText(Path.Combine(scratch.Path, "readme-fr.txt")), StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output, string Reason)> Spi(string? chromium, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Places.App, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Places.Root,
        };
        if (chromium is not null)
        {
            start.Environment["CHROMIUM"] = chromium;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var reason = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await reason);
    }

    private sealed class Scratch : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("spi-all-").FullName;

        /// <summary>Below the folder, in the order of their names.</summary>
        public IReadOnlyList<string> Files() =>
            [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal)];

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
