using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>The static drawing, plotly's drawing, the table twin and the API say the same, seen from the browser.</summary>
public sealed class ChartTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    private const string Overview = "/";
    private static readonly PageVisit Map = new("map", Overview);

    /// <summary>Areas of the static map with the colour they are filled with and the value they carry.</summary>
    private const string StaticAreas = """
        () => JSON.stringify(Object.fromEntries([...document.querySelectorAll('#map .chart-svg [data-area][data-value]')].map(e => [
          e.dataset.area,
          [Number(e.dataset.value), getComputedStyle(e.querySelector('path, circle') ?? e).fill]])))
        """;

    /// <summary>The same of what plotly has put into the document: its own paths and points, not what it was told.</summary>
    private const string PlotlyAreas = """
        () => {
          const plot = document.querySelector('#map .js-plotly-plot');
          const marks = JSON.parse(document.querySelector('#map [data-chart-spec]').textContent).marks;
          const byArea = Object.fromEntries(marks.map(m => [m.refArea, m.value]));
          const drawn = {};
          for (const path of plot.querySelectorAll('path.choroplethlocation')) {
            const area = path.__data__.loc;
            if (area in byArea) drawn[area] = [byArea[area], getComputedStyle(path).fill];
          }
          const dots = plot.data.filter(t => t.type === 'scattergeo' && t.customdata && t.marker?.color instanceof Array);
          for (const trace of dots) {
            trace.customdata.forEach((at, i) => drawn[marks[at].refArea] ??= [marks[at].value, trace.marker.color[i]]);
          }
          return JSON.stringify(drawn);
        }
        """;

    [Fact]
    public async Task Map_DrawnByPlotly_HasTheCountriesValuesAndColoursOfTheStaticDrawing()
    {
        await using var still = await Site.Open(Map, javaScript: true);
        var expected = Read(await still.Page.EvaluateAsync<string>(StaticAreas));
        await still.Page.Locator("#map[data-drawn]").WaitForAsync();
        var drawn = Read(await still.Page.EvaluateAsync<string>(PlotlyAreas));

        Assert.True(expected.Count >= 175, $"The static map shows {expected.Count} countries.");
        Assert.Equal(expected.Keys.Order(), drawn.Keys.Order());
        Assert.All(expected, area => Assert.Equal(area.Value.Value, drawn[area.Key].Value));
        // Dots of small states are given to plotly as colours of the style sheet; shapes are compared as painted.
        var painted = expected.Where(a => drawn[a.Key].Fill.StartsWith("rgb", StringComparison.Ordinal)).ToList();
        Assert.True(painted.Count >= 140, $"{painted.Count} painted shapes were compared.");
        Assert.All(painted, area => Assert.Equal(area.Value.Fill, drawn[area.Key].Fill));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indicator?contingency=OLDAGE&release=unsd_sdg%402020-10-19")]
    public async Task Map_CountsWhatItDraws(string path)
    {
        await using var still = await Site.Open(new PageVisit("map-count", path), javaScript: false);
        var drawn = still.Page.Locator("#map .chart-svg [data-area]");
        var withValue = still.Page.Locator("#map .chart-svg [data-area][data-value]");
        var (all, known) = (await drawn.CountAsync(), await withValue.CountAsync());
        var summary = await still.Page.Locator("#map-summary").TextContentAsync();

        Assert.StartsWith($"{known} countries and territories have a value.", summary, StringComparison.Ordinal);
        Assert.EndsWith($"{all - known} of the {all} that the map draws have none.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_WithoutJavaScript_ShowsTheSameCountriesAsTheApi()
    {
        await using var still = await Site.Open(new PageVisit("no-script", "/indicator?measure=coverage&time=2020&maxAge=0"), javaScript: false);
        var table = await still.Page.Locator("#map table tbody tr").EvaluateAllAsync<Dictionary<string, string>[]>(
            "rows => rows.map(r => ({ area: r.dataset.area, coverage: r.cells[2].textContent.trim() }))");
        using var http = new HttpClient { BaseAddress = Site.Address };
        var answer = await http.GetFromJsonAsync<JsonElement>(
            "/api/v1/observations?indicator=coverage&contingency=TOTAL&sex=T&time=2020&limit=1000", TestContext.Current.CancellationToken);
        var observations = answer.GetProperty("rows").EnumerateArray()
            .ToDictionary(r => r.GetProperty("ref_area").GetString()!, r => r.GetProperty("obs_value").GetDouble());

        Assert.True(table.Length > 150, $"The table twin has {table.Length} rows.");
        Assert.All(table, row => Assert.Equal(
            Math.Round((decimal)observations[row["area"]], 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%",
            row["coverage"]));
        var spots = table.ToDictionary(r => r["area"], r => r["coverage"]);
        Assert.Equal("99.5%", spots["DEU"]);
        Assert.Equal("93.8%", spots["URY"]);
        await still.Picture();
    }

    [Fact]
    public async Task Uruguay_PoorOf2019_IsShownAs100WithThePublishedValueAndItsWithdrawal()
    {
        await using var page = await Site.Open(new PageVisit(
            "uruguay-poor", "/indicator?contingency=POOR&measure=coverage&release=unsd_sdg%402020-10-19"), javaScript: false);
        var row = await page.Page.Locator("#map table tr[data-area=URY]").TextContentAsync();

        Assert.Contains("100.0%", row, StringComparison.Ordinal);
        Assert.Contains("267.28646", row, StringComparison.Ordinal);
        Assert.Contains("shown as 100", row, StringComparison.Ordinal);
        Assert.Contains("17 February 2024", row, StringComparison.Ordinal);
        await page.Picture();
    }

    [Fact]
    public async Task Picker_Searched_AddsACountryToTheAddressAndTheChart()
    {
        await using var opened = await Site.Open(new PageVisit("picker", "/indicator"));
        var page = opened.Page;
        await page.Locator("#country-picker summary").ClickAsync();
        // The island answers only once its connection stands; typing before that would be lost.
        var search = page.Locator("#country-picker input[type=search]:not([disabled])");
        await search.WaitForAsync();
        await search.FillAsync("senegal");
        await page.Locator("#country-picker").GetByRole(AriaRole.Checkbox, new() { Name = "Senegal" }).CheckAsync();
        await page.WaitForFunctionAsync("() => decodeURIComponent(location.search).includes('country=~SEN')");
        await page.Locator("#line[data-drawn]").WaitForAsync();
        await opened.Picture();

        var areas = await page.Locator("#line table tbody tr[data-area]").EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.area)");
        Assert.NotEmpty(areas);
        Assert.All(areas, area => Assert.Equal("SEN", area));
        Assert.Empty(opened.ConsoleErrors);
        Assert.Empty(opened.PolicyViolations);
    }

    [Fact]
    public async Task Map_Clicked_LeadsToThatCountry()
    {
        await using var opened = await Site.Open(Map);
        await opened.Page.Locator("#map[data-drawn]").WaitForAsync();
        await opened.Page.EvaluateAsync("document.querySelector('#map [data-chart-drawing]').scrollIntoView({ block: 'center' })");
        var box = await opened.Page.EvaluateAsync<Box>("""
            () => {
              const brazil = [...document.querySelectorAll('#map path.choroplethlocation')].find(p => p.__data__.loc === 'BRA');
              const { x, y, width, height } = brazil.getBoundingClientRect();
              return { x: x + width * 0.55, y: y + height * 0.4 };
            }
            """);
        await opened.Page.Mouse.MoveAsync(box.X, box.Y);
        await opened.Page.Locator("#map .chart-tooltip[data-shown]").WaitForAsync();
        Assert.Contains("Brazil", await opened.Page.Locator("#map .chart-tooltip").TextContentAsync(), StringComparison.Ordinal);
        await opened.Page.Mouse.ClickAsync(box.X, box.Y);
        // Blazor follows links without loading a page, so there is no load to wait for.
        await opened.Page.WaitForFunctionAsync("() => location.pathname === '/indicator' && location.search.includes('BRA')");
    }

    /// <summary>What a static drawing of two values an area shows, and what plotly has been given and has drawn for it.</summary>
    private const string BothValues = """
        () => {
          const chart = document.querySelector('#chart');
          const plot = chart.querySelector('.js-plotly-plot');
          const marks = JSON.parse(chart.querySelector('[data-chart-spec]').textContent).marks;
          const traces = plot.data.filter(trace => trace.customdata);
          const scale = axis => value => axis._offset + axis.c2p(value);
          const [x, y] = [scale(plot._fullLayout.xaxis), scale(plot._fullLayout.yaxis)];
          const host = plot.getBoundingClientRect();
          return JSON.stringify({
            still: [...chart.querySelectorAll('.chart-drawing [data-against]')].map(e => `${e.dataset.area} ${e.dataset.value} ${e.dataset.against}`).sort(),
            given: [...new Set(traces.flatMap(trace => trace.customdata))].map(at => `${marks[at].refArea} ${marks[at].value} ${marks[at].against}`).sort(),
            points: [...plot.querySelectorAll('.scatterlayer .trace')].slice(0, traces.length).map(trace => trace.querySelectorAll('path.point').length),
            sizes: traces.map(trace => trace.x.length),
            // How far, in pixels, plotly's dots are from the static ones under them.
            off: Math.max(...traces.flatMap(trace => trace.customdata.map((at, i) => {
              const dots = [...chart.querySelectorAll(`.chart-drawing [data-area="${marks[at].refArea}"]`)].flatMap(e => (e.matches('circle') ? [e] : [...e.querySelectorAll('.dot')]));
              return Math.min(...dots.map(dot => {
                const box = dot.getBoundingClientRect();
                return Math.hypot(box.x + box.width / 2 - host.x - x(trace.x[i]), box.y + box.height / 2 - host.y - y(trace.y[i]));
              }));
            }))),
          });
        }
        """;

    [Theory]
    [InlineData("scatter", "/explore?tab=scatter&country=KEN~SEN")]
    [InlineData("scatter-log", "/explore?tab=scatter&against=package_gap_usd&xScale=log")]
    [InlineData("dumbbell", "/explore?tab=dumbbell&country=KEN")]
    public async Task ChartOfTwoValues_DrawnByPlotly_HasTheMarksOfTheStaticDrawing_InTheSamePlaces(string name, string path)
    {
        await using var opened = await Site.Open(new PageVisit($"two-values-{name}", path));
        await opened.Page.Locator("#chart").ScrollIntoViewIfNeededAsync();
        await opened.Page.Locator("#chart[data-drawn]").WaitForAsync();
        var read = JsonDocument.Parse(await opened.Page.EvaluateAsync<string>(BothValues)).RootElement;

        string[] Strings(string of) => [.. read.GetProperty(of).EnumerateArray().Select(mark => mark.GetString()!)];
        Assert.True(Strings("still").Length >= 30, $"The static drawing has {Strings("still").Length} marks.");
        Assert.Equal(Strings("still"), Strings("given"));
        Assert.Equal(read.GetProperty("sizes").GetRawText(), read.GetProperty("points").GetRawText());
        Assert.InRange(read.GetProperty("off").GetDouble(), 0, 1.5);
        Assert.Empty(opened.ConsoleErrors);
        Assert.Empty(opened.PolicyViolations);
    }

    [Theory]
    [InlineData("scatter", "/explore?tab=scatter&country=KEN~SEN", "across")]
    [InlineData("dumbbell", "/explore?tab=dumbbell&country=KEN", "later")]
    public async Task ChartOfTwoValues_WalkedByArrowKeys_ReadsOutBothValuesOfEachArea(string name, string path, string order)
    {
        await using var opened = await Site.Open(new PageVisit($"walk-{name}", path));
        await opened.Page.Locator("#chart").ScrollIntoViewIfNeededAsync();
        await opened.Page.Locator("#chart[data-drawn]").WaitForAsync();
        await opened.Page.Locator("#chart [data-chart-walk]").FocusAsync();
        var marks = JsonDocument.Parse(await opened.Page.EvaluateAsync<string>("document.querySelector('#chart [data-chart-spec]').textContent")).RootElement.GetProperty("marks").EnumerateArray().ToList();
        var walk = (order == "across" ? marks.OrderBy(mark => mark.GetProperty("against").GetDouble()).ThenBy(mark => mark.GetProperty("value").GetDouble()) : marks.AsEnumerable()).ToList();

        foreach (var mark in walk.Take(3))
        {
            await opened.Page.Keyboard.PressAsync("ArrowRight");
            var lines = string.Join("; ", mark.GetProperty("tooltip").EnumerateArray().Select(line => line.GetString()));
            Assert.Equal(lines, await opened.Page.Locator("#chart .chart-status").TextContentAsync());
            Assert.True(await opened.Page.Locator("#chart .chart-focus[data-shown]").IsVisibleAsync());
        }
    }

    [Fact]
    public async Task SmallMultiples_AreAllDrawnByPlotly_OnTheSameScale()
    {
        await using var opened = await Site.Open(new PageVisit("multiples", "/explore?tab=multiples&indicator=vulnerable_employment&country=KEN~SEN~ZAF"));
        var drawn = new List<string>();
        foreach (var panel in new[] { "panel-ken", "panel-sen", "panel-zaf" })
        {
            await opened.Page.Locator($"#{panel}").ScrollIntoViewIfNeededAsync();
            await opened.Page.Locator($"#{panel}[data-drawn]").WaitForAsync();
            drawn.Add(await opened.Page.EvaluateAsync<string>(
                $"() => {{ const p = document.querySelector('#{panel} .js-plotly-plot'); const s = document.querySelectorAll('#{panel} .chart-drawing .point > circle').length; return JSON.stringify([p._fullLayout.yaxis.range, p.data[0].y.filter(v => v !== null).length === s && s > 0]); }}"));
        }

        Assert.Equal("[[0,100],true]", Assert.Single(drawn.Distinct()));
    }

    [Fact]
    public async Task YearSlider_MovedByKeyboard_ShowsTheYearBefore_AndKeepsTheFocus()
    {
        await using var opened = await Site.Open(new PageVisit("slider", "/explore?time=2020"));
        var slider = opened.Page.Locator("#year-slider");
        await slider.FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowLeft");
        await opened.Page.WaitForFunctionAsync("() => new URLSearchParams(location.search).get('time') === '2019'");
        await opened.Page.WaitForFunctionAsync("() => document.querySelector('.year-slider [rel=prev]')?.textContent.includes('2018')");

        Assert.Equal("year-slider", await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("2019", await slider.InputValueAsync());
        Assert.Equal("2019", await opened.Page.Locator(".year-slider output").TextContentAsync());
        await opened.Page.Locator("#chart[data-drawn]").WaitForAsync();
        Assert.Empty(opened.ConsoleErrors);
    }

    [Fact]
    public async Task YearSlider_WithoutJavaScript_IsNotThere_AndTheLinksAre()
    {
        await using var still = await Site.Open(new PageVisit("slider-still", "/explore?time=2019"), javaScript: false);

        Assert.False(await still.Page.Locator("#year-slider").IsVisibleAsync());
        Assert.Equal("‹ 2018", await still.Page.Locator(".year-slider [rel=prev]").TextContentAsync());
    }

    private static Dictionary<string, (double Value, string Fill)> Read(string json) =>
        JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(a => a.Name, a => (a.Value[0].GetDouble(), a.Value[1].GetString()!));

    private sealed class Box
    {
        public float X { get; init; }

        public float Y { get; init; }
    }
}
