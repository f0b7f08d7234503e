using System.Diagnostics;
using System.Text.RegularExpressions;
using Dapper;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>
/// What the pages tell people to type, taken from the pages: curl's as it stands, where the machine has it; of all the address, the
/// columns they name and the rows that come.
/// </summary>
public sealed partial class SnippetTests(Dashboard dashboard) : IClassFixture<Dashboard>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spi-snippets-");

    [Theory]
    [InlineData("/data/coverage", "select count(*) from indicators.coverage where is_default")]
    [InlineData("/data/coverage?vintage=2026-01-01&lang=fr", "select count(*) from indicators.coverage where is_default")]
    [InlineData("/data", "select (select count(*) from indicators.coverage where is_default) * 2 + (select count(*) from indicators.coverage where is_default and people_uncovered is not null) + (select count(*) from indicators.indicator_value where indicator_id not in ('coverage', 'coverage_gap', 'people_uncovered'))")]
    public async Task EverySnippet_NamesAnAddressWithTheRowsAndColumnsItPromises(string page, string count)
    {
        var expected = Published(count);
        var snippets = await SnippetsOf(page);

        Assert.Equal(5, snippets.Count);
        foreach (var snippet in snippets)
        {
            var address = Address().Match(snippet).Value;
            var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.csv");
            await File.WriteAllTextAsync(file, await dashboard.Found(new Uri(address).PathAndQuery), TestContext.Current.CancellationToken);
            Assert.Equal((snippet, expected), (snippet, RowsOf(file)));
            var names = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[0].Split(',');
            var named = Column().Matches(snippet).Select(match => match.Groups[1].Value).ToList();
            Assert.Subset(names.ToHashSet(), named.ToHashSet());
            Assert.Equal(!snippet.Contains("curl", StringComparison.Ordinal) && !snippet.Contains("HttpClient", StringComparison.Ordinal), named.Count > 0);
        }
    }

    [Fact]
    public async Task Curl_AsItStandsOnThePage_BringsTheRows()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Has("curl"), "There is no curl on this machine.");
        var command = (await SnippetsOf("/data/coverage"))[0];

        await Run("/bin/sh", "-c", command);

        Assert.Equal(Published("select count(*) from indicators.coverage where is_default"), RowsOf(Path.Combine(folder.FullName, "data.csv")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<List<string>> SnippetsOf(string page) =>
        [.. (await Html.Parse(await dashboard.Text(page))).QuerySelectorAll(".use-data pre").Select(pre => pre.TextContent)];

    private long Published(string count)
    {
        using var connection = DuckDbProvider.Open(new DuckDbOptions());
        var file = Directory.GetFiles(dashboard.Warehouse.Folder.Path, "*.duckdb").Single();
        connection.Execute($"attach '{file}' as published (read_only); use published");
        return connection.QuerySingle<long>(count);
    }

    private static long RowsOf(string file)
    {
        using var memory = DuckDbProvider.Open(new DuckDbOptions());
        return memory.QuerySingle<long>($"select count(*) from read_csv('{file}', header = true, all_varchar = true)");
    }

    private static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, program)));

    private async Task<string> Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', words)}: {await error}");
        return said;
    }

    [GeneratedRegex("(?<=\")http[^\"]+(?=\")")]
    private static partial Regex Address();

    [GeneratedRegex("\"([A-Z][A-Z_]{4,})\"")]
    private static partial Regex Column();
}
