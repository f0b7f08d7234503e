using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpIndicators.Browser.Tests;

/// <summary>Charts of countries over the real figures, each as a file: whatever a country has or lacks, there is an answer.</summary>
public sealed partial class ExportSweepTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    /// <summary>Every so many countries: all of them take minutes, and are asked by hand before a release.</summary>
    private const int Every = 6;

    [Theory]
    [InlineData("/country/{0}", "")]
    [InlineData("/fiscal-space", "country=~{0}&")]
    [InlineData("/compare", "country=~{0}&")]
    public async Task EveryChart_OfACountry_IsAFile(string page, string query)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var countries = Country().Matches(await http.GetStringAsync("/country", TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        var files = 0;
        foreach (var country in countries.Where((_, i) => i % Every == 0))
        {
            var (path, asked) = (string.Format(null, page, country), string.Format(null, query, country));
            foreach (var chart in await Charts(http, $"{path}.csv?{asked}chart=none"))
            {
                using var csv = await http.GetAsync($"{path}.csv?{asked}chart={chart}", TestContext.Current.CancellationToken);
                using var metadata = await http.GetAsync($"{path}.metadata.json?{asked}chart={chart}", TestContext.Current.CancellationToken);
                var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;

                Assert.Equal((path, chart, HttpStatusCode.OK, HttpStatusCode.OK), (path, chart, csv.StatusCode, metadata.StatusCode));
                Assert.True(lines > 1, $"{path}?{asked}chart={chart} has no row.");
                files++;
            }
        }

        Assert.InRange(countries.Count, 190, 260);
        Assert.InRange(files, countries.Count / Every / 6, 1000);
    }

    /// <summary>The answer to a chart that there is not names those that there are; a view without charts has none.</summary>
    private static async Task<IEnumerable<string>> Charts(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{address} answers {answer.StatusCode}.");
        return answer.StatusCode == HttpStatusCode.NotFound ? [] : problem.RootElement.GetProperty("bound").GetString()!["one of ".Length..].Split(", ");
    }

    [GeneratedRegex("href=\"/country/([A-Z]{3})[\"?]")]
    private static partial Regex Country();
}
