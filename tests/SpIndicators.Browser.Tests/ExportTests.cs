using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>What a reporter takes away: pictures opened in a browser, files behind every link of the menu.</summary>
public sealed class ExportTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    /// <summary>
    /// Holds a PNG against the SVG of the same address: for every mark whether its own colour stands where the mark does. A title and
    /// axes alone have none of them. Gives the width, the height, the marks, those that are seen, and the pixels of their colours.
    /// </summary>
    private const string Look = """
        async ([data, svg]) => {
          const picture = new Image();
          picture.src = 'data:image/png;base64,' + data;
          await picture.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: picture.naturalWidth, height: picture.naturalHeight });
          const context = canvas.getContext('2d', { willReadFrequently: true });
          context.drawImage(picture, 0, 0);

          const drawing = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
          Object.assign(document.body.appendChild(document.createElement('div')).style, { position: 'absolute', left: 0, top: 0 });
          document.body.lastChild.replaceChildren(drawing);
          const origin = drawing.getBoundingClientRect();
          const marks = [...drawing.querySelectorAll('[data-part=drawing] [data-area][data-value]')];
          const rgb = text => text.match(/^rgb\((\d+), (\d+), (\d+)\)$/)?.slice(1).map(Number);
          const ground = rgb(getComputedStyle(drawing.querySelector('rect')).fill);
          let seen = 0, pixels = 0;
          for (const mark of marks) {
            const shapes = [mark, ...mark.querySelectorAll('*')].filter(e => ['path', 'circle', 'rect'].includes(e.localName) && !e.closest('[data-sign]'));
            let own = 0;
            for (const shape of shapes) {
              const style = getComputedStyle(shape);
              // A dot of the ground's colour is known by its rim. Dots that shine through are seen in the colour that they have on the ground.
              const through = style.fillOpacity * style.opacity;
              const paint = [style.fill, style.stroke].map(rgb).find(c => c && c.some((part, i) => part !== ground[i]));
              const colour = paint?.map((c, i) => c * through + ground[i] * (1 - through));
              const box = shape.getBoundingClientRect();
              const [x, y] = [Math.floor(box.left - origin.left), Math.floor(box.top - origin.top)];
              if (!colour) continue;
              const bytes = context.getImageData(x, y, Math.ceil(box.width) + 1, Math.ceil(box.height) + 1).data;
              for (let i = 0; i < bytes.length; i += 4) {
                own += [0, 1, 2].every(c => Math.abs(bytes[i + c] - colour[c]) <= 2) ? 1 : 0;
              }
            }
            seen += own >= 2 ? 1 : 0;
            pixels += own;
          }
          return [canvas.width, canvas.height, marks.length, seen, pixels];
        }
        """;

    [Theory]
    [InlineData("/overview.png", 850, 175)]
    [InlineData("/overview.png?scale=2&theme=dark&lang=fr", 1700, 175)]
    [InlineData("/overview.png?size=social", 1200, 175)]
    [InlineData("/country/KEN.png?chart=left-out&size=square&lang=es", 1080, 6)]
    [InlineData("/country/BOL.png?chart=trend", 850, 3)]
    [InlineData("/explore.png?tab=scatter&country=KEN~SEN", 850, 50)]
    [InlineData("/explore.png?tab=dumbbell&indicator=coverage_gap&country=KEN~SEN", 850, 2)]
    [InlineData("/explore.png?tab=multiples&indicator=coverage&facet=contingency&country=KEN~ZAF", 850, 6)]
    [InlineData("/fiscal-space.png?country=~KEN", 850, 3)]
    [InlineData("/calculator.png?country=~KEN&chart=path", 850, 4)]
    public async Task Png_HasTheMarksOfItsDrawing_InTheirColoursAndPlaces(string address, int width, int atLeast)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var svg = await http.GetStringAsync(address.Replace(".png", ".svg", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var opened = await Site.Open(new PageVisit("blank", "/about"));
        var (wide, high, marks, seen, pixels) = await opened.Page.EvaluateAsync<int[]>(Look, new[] { Convert.ToBase64String(bytes), svg }) is [var a, var b, var c, var d, var e] ? (a, b, c, d, e) : default;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(width, wide);
        Assert.InRange(high, 300, 4000);
        Assert.True(marks >= atLeast, $"{address} draws {marks} marks.");
        // Some lie under others, or are smaller than two pixels.
        Assert.True(seen >= marks * 0.85, $"{seen} of {marks} marks of {address} are seen.");
        Assert.True(pixels >= 5 * marks, $"{pixels} pixels of {address} are of the colour of their mark.");
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
    [InlineData("/overview.pdf", "en")]
    [InlineData("/country/KEN.pdf?chart=left-out&lang=fr", "fr")]
    public async Task Pdf_IsOnePageOfWordsAndTagged(string address, string language)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var bytes = await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        var text = Encoding.Latin1.GetString(bytes);

        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/Font", text, StringComparison.Ordinal);
        Assert.Contains("/Count 1", text, StringComparison.Ordinal);
        Assert.Contains($"/Lang ({language})", text, StringComparison.Ordinal);
        Assert.Equal((await http.GetFromJsonAsync<JsonElement>(address.Replace(".pdf", ".metadata.json", StringComparison.Ordinal), TestContext.Current.CancellationToken)).GetProperty("chart").GetProperty("title").GetString(), TitleOf(text));
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

        Assert.Equal(17, links.Length);
        foreach (var link in links)
        {
            using var answer = await http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link} answers {answer.StatusCode}");
            Assert.True((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 100, $"{link} is empty");
        }
    }

    /// <summary>Letters that are not of ASCII are written as hexadecimal UTF-16.</summary>
    private static string TitleOf(string pdf)
    {
        var title = pdf[(pdf.IndexOf("/Title ", StringComparison.Ordinal) + "/Title ".Length)..];
        return title.StartsWith("<FEFF", StringComparison.Ordinal)
            ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(title[5..title.IndexOf('>', StringComparison.Ordinal)]))
            : title[1..title.IndexOf(')', StringComparison.Ordinal)];
    }
}
