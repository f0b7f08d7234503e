using System.Net;
using System.Text.RegularExpressions;

namespace SpIndicators.Browser.Tests;

/// <summary>Every link inside the site leads somewhere.</summary>
public sealed partial class LinkTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    private readonly ITestOutputHelper said = output;

    /// <summary>Of links that differ in their query only, so many are followed from each page: a map has one for every country.</summary>
    private const int MostOfAPath = 3;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public async Task EveryLink_FromThePagesTheHeaderAndFooterName_IsAnswered(string language)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(string Url, int Depth)>([($"/?lang={language}", 0)]);
        var broken = new List<string>();
        while (waiting.TryDequeue(out var link))
        {
            using var answer = await http.GetAsync(link.Url, TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{link.Url}: {(int)answer.StatusCode}");
            }

            if (link.Depth < 2 && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                foreach (var url in LinksOf(html).GroupBy(url => url.Split('?')[0]).SelectMany(path => path.Take(MostOfAPath)).Where(seen.Add))
                {
                    waiting.Enqueue((url, link.Depth + 1));
                }
            }
        }

        said.WriteLine($"{seen.Count} links followed.");
        Assert.Empty(broken);
        Assert.InRange(seen.Count, 40, int.MaxValue);
    }

    private static IEnumerable<string> LinksOf(string html) =>
        Anchor().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0])
            .Where(url => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/staff", StringComparison.Ordinal)).Distinct();

    [GeneratedRegex("<a\\s[^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Anchor();
}
