using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>What a reporter takes away: pictures opened in a browser, files behind every link of the menu.</summary>
public sealed class ExportTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    /// <summary>Width, height, and how many colours a picture has that cover more than ten pixels.</summary>
    private const string Look = """
        async data => {
          const picture = new Image();
          picture.src = 'data:image/png;base64,' + data;
          await picture.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: picture.naturalWidth, height: picture.naturalHeight });
          const context = canvas.getContext('2d');
          context.drawImage(picture, 0, 0);
          const counts = new Map();
          new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer).forEach(colour => counts.set(colour, (counts.get(colour) ?? 0) + 1));
          return [canvas.width, canvas.height, [...counts.values()].filter(n => n > 10).length];
        }
        """;

    [Theory]
    [InlineData("/overview.png", 850, 6)]
    [InlineData("/overview.png?scale=2&theme=dark&lang=fr", 1700, 6)]
    [InlineData("/overview.png?size=social", 1200, 6)]
    [InlineData("/country/KEN.png?chart=left-out&size=square&lang=es", 1080, 4)]
    [InlineData("/country/BOL.png?chart=trend", 850, 3)]
    [InlineData("/explore.png?tab=scatter&country=KEN~SEN", 850, 3)]
    [InlineData("/explore.png?tab=dumbbell&indicator=coverage_gap&country=KEN~SEN", 850, 3)]
    [InlineData("/explore.png?tab=multiples&indicator=coverage&facet=contingency&country=KEN~ZAF", 850, 3)]
    [InlineData("/fiscal-space.png?country=~KEN", 850, 3)]
    [InlineData("/calculator.png?country=~KEN&chart=path", 850, 3)]
    public async Task Png_IsOpenedAndNotBlank(string address, int width, int colours)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using var opened = await Site.Open(new PageVisit("blank", "/about"));
        var seen = await opened.Page.EvaluateAsync<int[]>(Look, Convert.ToBase64String(bytes));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(width, seen[0]);
        Assert.InRange(seen[1], 300, 4000);
        Assert.True(seen[2] >= colours, $"{address} has {seen[2]} colours.");
    }

    [Fact]
    public async Task Svg_HasTheMarksOfThePage_InEveryLanguage()
    {
        foreach (var language in new[] { "en", "fr", "es" })
        {
            await using var opened = await Site.Open(new PageVisit("overview", "/", language));
            var page = await opened.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#map .chart-svg [data-area][data-value]')].map(e => e.dataset.area + '=' + e.dataset.value).sort()");
            using var http = new HttpClient { BaseAddress = Site.Address };
            var svg = XDocument.Parse(await http.GetStringAsync($"/overview.svg?lang={language}&chart=map", TestContext.Current.CancellationToken));
            var drawn = svg.Descendants().Where(mark => mark.Attribute("data-value") is not null).Select(mark => $"{mark.Attribute("data-area")!.Value}={mark.Attribute("data-value")!.Value}").Order(StringComparer.Ordinal);

            Assert.True(page.Length >= 175, $"The page shows {page.Length} countries.");
            Assert.Equal(page.Order(StringComparer.Ordinal), drawn);
            Assert.Equal(language, svg.Root!.Attribute("lang")?.Value ?? svg.Root.Attribute(XNamespace.Xml + "lang")!.Value);
        }
    }

    [Theory]
    [InlineData("/overview.pdf")]
    [InlineData("/country/KEN.pdf?chart=left-out&lang=fr")]
    public async Task Pdf_IsOnePageOfWordsAndTagged(string address)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var bytes = await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        var text = Encoding.Latin1.GetString(bytes);

        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/Font", text, StringComparison.Ordinal);
        Assert.Contains("/Count 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_OpensWithTheKeyboard_AndEveryFileBehindItIsThere()
    {
        await using var opened = await Site.Open(new PageVisit("country", "/country/KEN", "fr"));
        var summary = opened.Page.Locator("#left-out .chart-download > summary");
        await summary.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(opened.Page.Locator("#left-out .chart-download-parts")).ToBeVisibleAsync();
        var links = await opened.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#left-out .chart-download a')].map(a => a.href)");
        using var http = new HttpClient();

        Assert.Equal(16, links.Length);
        foreach (var link in links)
        {
            using var answer = await http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link} answers {answer.StatusCode}");
            Assert.True((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 100, $"{link} is empty");
        }
    }
}
