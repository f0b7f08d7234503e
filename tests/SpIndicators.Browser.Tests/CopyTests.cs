using System.Text.Json;
using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>The menu under a chart: what its buttons put on the clipboard, and the citation it shows.</summary>
public sealed class CopyTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    private static readonly string[] Permissions = ["clipboard-read", "clipboard-write"];

    /// <summary>Width, height and the number of colours of the picture on the clipboard.</summary>
    private const string Pasted = """
        async () => {
          const [item] = await navigator.clipboard.read();
          const picture = await createImageBitmap(await item.getType('image/png'));
          const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
          const context = canvas.getContext('2d');
          context.drawImage(picture, 0, 0);
          const colours = new Set(new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer));
          return [picture.width, picture.height, colours.size];
        }
        """;

    [Fact]
    public async Task Picture_Copied_IsOnTheClipboardAsAPng_AndItIsSaid()
    {
        await using var opened = await Open("en");
        var menu = await Menu(opened, "#map");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Copy the picture" }).ClickAsync();
        await Assertions.Expect(menu.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied", new() { Timeout = 20_000 });
        var seen = await opened.Page.EvaluateAsync<int[]>(Pasted);

        Assert.Equal(850, seen[0]);
        Assert.InRange(seen[1], 500, 1200);
        Assert.True(seen[2] > 10, $"It has {seen[2]} colours.");
    }

    [Fact]
    public async Task Words_Copied_AreThoseOfThePicturesTitleAndDescription()
    {
        await using var opened = await Open("fr");
        var menu = await Menu(opened, "#map");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Copier son texte de remplacement" }).ClickAsync();
        await Assertions.Expect(menu.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copié");
        var pasted = await opened.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        using var http = new HttpClient { BaseAddress = Site.Address };
        var svg = System.Xml.Linq.XDocument.Parse(await http.GetStringAsync("/overview.svg?chart=map&lang=fr", TestContext.Current.CancellationToken));
        var said = svg.Root!.Elements().Take(2).Select(part => part.Value);

        Assert.Equal(string.Join(". ", said), pasted);
    }

    [Theory]
    [InlineData("en", "Copy", "Copied")]
    [InlineData("fr", "Copier", "Copié")]
    [InlineData("es", "Copiar", "Copiado")]
    public async Task Citation_IsShownWhenTheMenuOpens_AndCanBeCopied(string language, string button, string said)
    {
        await using var opened = await Open(language);
        var menu = await Menu(opened, "#map");
        var sentences = menu.Locator(".chart-cite > span");
        await Assertions.Expect(sentences).ToHaveCountAsync(2);
        await menu.Locator(".chart-cite").Nth(1).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(menu.GetByRole(AriaRole.Status)).ToHaveTextAsync(said);
        var pasted = await opened.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        using var http = new HttpClient { BaseAddress = Site.Address };
        using var metadata = JsonDocument.Parse(await http.GetStringAsync($"/overview.metadata.json?chart=map&lang={language}", TestContext.Current.CancellationToken));
        var chart = metadata.RootElement.GetProperty("chart");

        Assert.Equal(chart.GetProperty("citationLong").GetString(), pasted);
        Assert.Equal(chart.GetProperty("citationShort").GetString(), await sentences.First.TextContentAsync());
        Assert.Empty(opened.PolicyViolations);
        Assert.Empty(opened.ConsoleErrors);
    }

    [Fact]
    public async Task Picture_ThatCannotBeMade_IsSaid_AndNothingIsPretended()
    {
        await using var opened = await Open("en");
        await opened.Page.RouteAsync("**/*.png?**", route => route.FulfillAsync(new() { Status = 503 }));
        var menu = await Menu(opened, "#map");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Copy the picture" }).ClickAsync();

        await Assertions.Expect(menu.GetByRole(AriaRole.Status)).ToHaveTextAsync("It could not be copied. The links work.");
    }

    [Fact]
    public async Task Menu_WhereTheBrowserCannotCopyPictures_ShowsNoSuchButton()
    {
        await using var opened = await Open("en");
        await opened.Page.AddInitScriptAsync("delete window.ClipboardItem;");
        await opened.Page.ReloadAsync();
        var menu = await Menu(opened, "#map");
        await Assertions.Expect(menu.Locator(".chart-cite")).ToHaveCountAsync(2);

        await Assertions.Expect(menu.Locator("[data-copy=picture]")).ToBeHiddenAsync();
        await Assertions.Expect(menu.Locator("[data-copy=words]")).ToBeVisibleAsync();
    }

    private async Task<OpenedPage> Open(string language)
    {
        var opened = await Site.Open(new PageVisit("overview", "/", language));
        await opened.Page.Context.GrantPermissionsAsync(Permissions);
        return opened;
    }

    private static async Task<ILocator> Menu(OpenedPage opened, string chart)
    {
        await opened.Page.Locator($"{chart} .chart-download > summary").ClickAsync();
        return opened.Page.Locator($"{chart} .chart-download");
    }
}
