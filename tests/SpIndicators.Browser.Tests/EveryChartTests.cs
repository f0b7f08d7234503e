using System.Text.Json;

namespace SpIndicators.Browser.Tests;

/// <summary>
/// Every chart of every page is drawn by plotly with the marks of its static drawing: none empty, none of other countries.
/// A page's charts are told by name, so that one which is no longer there, or a new one nobody looks at, is noticed.
/// </summary>
public sealed class EveryChartTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    /// <summary>What plotly has been given and has put into the document, and what stands in the static drawing under it.</summary>
    private const string Drawn =
        """
        id => {
          const chart = document.getElementById(id);
          const marks = JSON.parse(chart.querySelector(':scope > [data-chart-spec]').textContent).marks;
          const plot = chart.querySelector('.js-plotly-plot');
          const isGiven = (trace, i) => ['x', 'y', 'lon', 'lat', 'locations'].every(of => trace[of] === undefined || trace[of][i] != null);
          const given = plot.data.filter(trace => trace.customdata).flatMap(trace => [...trace.customdata].filter((at, i) => at !== undefined && isGiven(trace, i)));
          const nameOf = at => `${marks[at].refArea} ${marks[at].value}`;
          return JSON.stringify({
            still: [...chart.querySelectorAll('.chart-drawing [data-area][data-value]')].map(e => `${e.dataset.area} ${e.dataset.value}`).sort(),
            given: given.map(nameOf).sort(),
            areas: [...new Set(given.map(at => marks[at].refArea))],
            painted: plot.querySelectorAll('path.point, path.choroplethlocation').length,
          });
        }
        """;

    /// <summary>Page, then each of its charts with some of what must be on it.</summary>
    [Theory]
    [InlineData("overview", "/", "map:KEN,SEN,DEU,URY trend:X01,X02,X05")]
    [InlineData("indicator", "/indicator?country=KEN~SEN", "map:KEN,SEN,DEU ranking:KEN,SEN line:KEN,SEN")]
    [InlineData("country", "/country/URY", "left-out:TOTAL,OLDAGE,CHILD trend:URY peers-chart:URY spending-chart:URY")]
    [InlineData("country-old", "/country/MAR", "left-out:OLDAGE,INJURY peers-chart:AGO")]
    [InlineData("compare", "/compare?country=KEN~SEN", "ranking:KEN,SEN line:KEN,SEN")]
    [InlineData("fiscal-space", "/fiscal-space?country=KEN~SEN", "bars-KEN:gap,contributions,tax,reserves,military bars-SEN:gap,tax")]
    [InlineData("calculator", "/calculator?country=~KEN&mix.tax=0.3", "benefits:child-cost-A,oldage-gap-A path:KEN mix:gap,tax,open")]
    [InlineData("explore-map", "/explore?country=KEN~SEN", "chart:KEN,SEN,DEU")]
    [InlineData("explore-ranking", "/explore?tab=ranking&country=KEN~SEN", "chart:KEN,SEN groups:X01,X02")]
    [InlineData("explore-line", "/explore?tab=line&country=KEN~SEN", "chart:KEN,SEN")]
    [InlineData("explore-scatter", "/explore?tab=scatter&country=KEN~SEN", "chart:KEN,SEN")]
    [InlineData("explore-dumbbell", "/explore?tab=dumbbell&country=~KEN", "chart:KEN")]
    public async Task Chart_IsDrawnByPlotly_WithTheMarksOfItsStaticDrawing(string name, string path, string charts)
    {
        await using var opened = await Site.Open(new PageVisit($"charts-{name}", path));
        var expected = charts.Split(' ').Select(chart => chart.Split(':')).ToDictionary(chart => chart[0], chart => chart[1].Split(','));
        Assert.Equal(expected.Keys.Order(), (await opened.Page.Locator("main figure.chart").EvaluateAllAsync<string[]>("charts => charts.map(chart => chart.id)")).Order());

        foreach (var (id, areas) in expected)
        {
            await opened.Page.Locator($"#{id}").ScrollIntoViewIfNeededAsync();
            await opened.Page.Locator($"#{id}[data-drawn]").WaitForAsync();
            var read = JsonDocument.Parse(await opened.Page.EvaluateAsync<string>(Drawn, id)).RootElement;
            var given = Strings(read, "given");

            Assert.NotEmpty(given);
            // A dumbbell has each of its marks twice: before and after.
            Assert.Equal(Strings(read, "still").Distinct(), given.Distinct());
            Assert.Empty(areas.Except(Strings(read, "areas")));
            Assert.True(read.GetProperty("painted").GetInt32() >= given.Count, $"{id}: {given.Count} marks were given to plotly, {read.GetProperty("painted").GetInt32()} stand in the document.");
        }

        Assert.Empty(opened.ConsoleErrors);
        Assert.Empty(opened.PolicyViolations);
    }

    /// <summary>A point over the end of a bar would stick out of it: nothing but a length of nought is seen there.</summary>
    [Fact]
    public async Task Bar_EndsWhereItsValueIs_WithNothingBeyond()
    {
        await using var opened = await Site.Open(new PageVisit("bar-ends", "/fiscal-space?country=~KEN"));
        await opened.Page.Locator("#bars-KEN").ScrollIntoViewIfNeededAsync();
        await opened.Page.Locator("#bars-KEN[data-drawn]").WaitForAsync();
        var seen = await opened.Page.EvaluateAsync<string[]>(
            """
            () => {
              const plot = document.querySelector('#bars-KEN .js-plotly-plot');
              const marks = JSON.parse(document.querySelector('#bars-KEN [data-chart-spec]').textContent).marks;
              const points = [...plot.querySelector('.scatterlayer .trace').querySelectorAll('path.point')];
              const trace = plot.data[0];
              return points.map((point, i) => [marks[trace.customdata[i]].value, Number(getComputedStyle(point).opacity)]).filter(([, opacity]) => opacity > 0).map(([value]) => String(value));
            }
            """);

        Assert.NotEmpty(seen);
        Assert.All(seen, value => Assert.Equal("0", value));
    }

    private static List<string> Strings(JsonElement read, string of) => [.. read.GetProperty(of).EnumerateArray().Select(text => text.GetString()!)];
}
