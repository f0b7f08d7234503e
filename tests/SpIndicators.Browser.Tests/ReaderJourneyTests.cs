using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpIndicators.Browser.Tests;

/// <summary>What the three kinds of readers come for, from the first page to the answer.</summary>
public sealed class ReaderJourneyTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    [Fact]
    public async Task Advocate_OnATelephoneInFrench_ComparesKenyaWithItsPeers()
    {
        await using var opened = await Site.Open(new PageVisit("advocate", "/", "fr", 360));
        var page = opened.Page;
        await page.Locator("#find-country").FillAsync("kenya");
        await page.Locator(".find-country button").ClickAsync();
        await page.Locator(".hits").GetByRole(AriaRole.Link, new() { Name = "Kenya", Exact = true }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Kenya");
        await Expect(page.Locator(".headline-figure strong").First).ToHaveTextAsync("89,9\u202f%");
        await page.Locator(".actions a[href^='/compare']").First.ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/compare\?peers=income&country=~KEN&lang=fr$"));
        await page.Locator("table.compare").First.WaitForAsync();
        var areas = await page.Locator("table.compare").First.Locator("tbody tr").First.Locator("td").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.dataset.label)");
        Assert.Equal("Kenya", areas[0]);
        Assert.InRange(areas.Length, 2, 8);
        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await opened.SidewaysOverflow());
        Assert.Empty(opened.ConsoleErrors);
    }

    [Fact]
    public async Task Staff_SeeHowFreshEverySourceIs_FromAnyPage()
    {
        await using var opened = await Site.Open(new PageVisit("freshness-check", "/country/KEN"));
        var page = opened.Page;
        await page.Locator(".site-footer a[href='/freshness']").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("How fresh the figures are");

        var told = await page.Locator("tbody tr .freshness").AllInnerTextsAsync();
        await page.GotoAsync("/sources");
        var sources = await page.Locator(".sources tbody tr").CountAsync();
        Assert.Equal(sources, told.Count);
        Assert.All(told, badge => Assert.Matches(@"(Fresh|Ageing|Old):\s", badge));
    }

    [Fact]
    public async Task Reporter_FindsTheNumberBehindAChart_ItsFormulaAndItsSource()
    {
        await using var opened = await Site.Open(new PageVisit("reporter", "/indicator?country=~KEN"));
        var page = opened.Page;
        await page.Locator("#line details.chart-twin summary").ClickAsync();
        var row = page.Locator("#line .chart-twin tbody tr[data-area]").Last;
        var cells = (await row.Locator("th, td").AllInnerTextsAsync()).Select(text => text.Trim()).ToList();
        Assert.Equal(["Kenya", "2020", "89.9\u00a0points"], cells.Take(3));
        Assert.Contains("ILO, ILOSTAT", cells[^1], StringComparison.Ordinal);

        using var http = new HttpClient { BaseAddress = Site.Address };
        var answer = await http.GetFromJsonAsync<JsonElement>("api/v1/explain?indicator=coverage_gap&country=KEN&time=2020&contingency=TOTAL&sex=T", TestContext.Current.CancellationToken);
        var said = answer.ToString();
        Assert.Contains("89.9", said, StringComparison.Ordinal);
        Assert.Contains("ilostat_sdg_0131", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LostConnection_TheServerNoLongerKnows_ComesBackToTheSameView()
    {
        await using var opened = await Site.Open(new PageVisit("lost", "/compare?country=KEN~SEN&measure=coverage"));
        var page = opened.Page;
        var before = page.Url;
        var table = await page.Locator("table.compare").First.InnerTextAsync();

        await page.EvaluateAsync("() => { window.isOld = true; }");
        await page.EvaluateAsync(
            "() => document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } }))");
        await page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");

        Assert.Equal(before, page.Url);
        Assert.Equal(table, await page.Locator("table.compare").First.InnerTextAsync());
    }
}
