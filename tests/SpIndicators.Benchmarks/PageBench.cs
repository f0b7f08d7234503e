using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using SpIndicators.Browser.Tests;

namespace SpIndicators.Benchmarks;

/// <summary>
/// What a reader with a slow telephone waits for: pages in Chromium with a processor slowed four times, over 1.6 Mbit/s
/// and 150 ms, with an empty cache each time. The aims stand beside the figures; nothing fails, times move with the machine.
/// </summary>
internal static class PageBench
{
    private const int Rounds = 5;

    private static readonly string[] Pages =
    [
        "/", "/indicator", "/country/KEN", "/compare?country=KEN~SEN", "/fiscal-space?country=~KEN", "/calculator?country=~KEN",
        "/explore", "/topics/gender?country=~KEN", "/data", "/methods",
    ];

    /// <summary>Notes when a drawing stands on the page for the first time, and how much what is read jumps.</summary>
    private const string Watch = """
        window.bench = { drawn: null, shift: 0 };
        new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) bench.shift += e.value; })).observe({ type: 'layout-shift', buffered: true });
        const look = () => {
          const svg = document.querySelector('.chart-svg');
          if (svg && svg.getBoundingClientRect().width > 0) requestAnimationFrame(() => { bench.drawn ??= performance.now(); });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """;

    private const string Read = """
        () => {
          const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
          const plotly = all.find(e => e.name.includes('plotly'));
          const before = all.filter(e => !plotly || e.startTime < plotly.startTime);
          return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1, bench.drawn ?? -1,
            before.reduce((sum, e) => sum + e.transferSize, 0) / 1000, before.length, bench.shift];
        }
        """;

    public static async Task<int> Run()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? throw new InvalidOperationException("Set CHROMIUM to the path of Chromium or Google Chrome.");
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Places.PlaywrightPackage);
        await using var app = await AppUnderTest.Start("bench");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        using var http = new HttpClient { BaseAddress = app.Address };
        Console.WriteLine("page (medians of 5)            first paint s   drawing s      kB   requests   shift   server ms: first, rendered anew   of it data ms: first, anew");
        Console.WriteLine("aim                                  ≤ 1.00      ≤ 1.50   ≤ 150       ≤ 12  < 0.02                                               ≤ 100  ≤ 20");
        foreach (var page in Pages)
        {
            var rounds = new List<double[]>();
            var server = await Server(http, page);
            for (var round = 0; round <= Rounds; round++)
            {
                rounds.Add(await Open(browser, new Uri(app.Address, page)));
            }

            // The first round fills the server's own cache.
            var median = Enumerable.Range(0, 5).Select(i => rounds.Skip(1).Select(values => values[i]).Order().ElementAt(Rounds / 2)).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{page,-30} {median[0] / 1000,13:0.00} {(median[1] < 0 ? "–" : $"{median[1] / 1000:0.00}"),11} {median[2],7:0} {median[3],10:0} {median[4],7:0.000} {server.First,10:0} {server.Anew,5:0} {server.FirstData,28:0.0} {server.AnewData,7:0.0}"));
        }

        return 0;
    }

    /// <summary>Milliseconds until the whole page is there without any emulated network: the first time, and later when nothing of it is kept in memory.</summary>
    private static async Task<(double First, double Anew, double FirstData, double AnewData)> Server(HttpClient http, string page)
    {
        var times = new List<double>();
        var data = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            // A slip in the address keeps an answer out of the server's memory: each is rendered anew.
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}round={round}");
            times.Add(watch.Elapsed.TotalMilliseconds);
            data.Add(double.Parse(answer.Headers.GetValues("Server-Timing").Single().Split("dur=")[1].Split(';')[0], CultureInfo.InvariantCulture));
        }

        return (times[0], times.Skip(1).Order().ElementAt(Rounds / 2), data[0], data.Skip(1).Order().ElementAt(Rounds / 2));
    }

    private static async Task<double[]> Open(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 412, Height = 823 }, DeviceScaleFactor = 2 });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1.6e6 / 8, ["uploadThroughput"] = 0.75e6 / 8,
        });
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Load, Timeout = 120_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 120_000 });
        return await page.EvaluateAsync<double[]>(Read);
    }
}
