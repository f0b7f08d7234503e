using System.Diagnostics;
using System.Globalization;
using SpIndicators.Browser.Tests;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Benchmarks;

/// <summary>
/// What a reporter waits for: pictures, documents and tables asked of the running program over HTTP, with the published figures
/// and a real browser (CHROMIUM). The aims stand beside the figures; nothing fails, times move with the machine.
/// </summary>
internal static class TakeawayBench
{
    private const string Aim = "aim";
    private const string Name = "bench";
    private static readonly string[] Countries = ["KEN", "SEN", "BOL", "FRA", "IND", "ZAF"];

    /// <summary>One picture in each of its looks: as many addresses that nobody has asked for yet.</summary>
    private static readonly string[] Looks =
    [
        .. from size in new[] { "chart", "square", "social" }
           from theme in new[] { "light", "dark" }
           from language in new[] { "en", "fr", "es" }
           select $"size={size}&theme={theme}&lang={language}",
    ];

    private static string Home => Path.Combine(Places.Run, Name);

    /// <summary>Everything that takes seconds; then whole tables as they are written, without HTTP.</summary>
    /// <param name="home">Of those; null: that of the program started here.</param>
    public static async Task<int> Run(string? home)
    {
        await using var app = await Start();
        using var http = new HttpClient { BaseAddress = app.Address };
        await Pictures(http, "SVG of the map", "/overview.svg", 100);
        await Pictures(http, "SVG of a ranking", "/country/KEN.svg", 100);
        await Pictures(http, "PNG of the map", "/overview.png", 700);
        await Pictures(http, "PNG of a ranking", "/country/KEN.png", 700);
        await Documents(http);
        await Table(http);
        await Questions(http, "small answers, kept by the server", _ => "/api/v1/observations?country=KEN&time=latest");
        await Questions(http, "small answers, each made anew", number => string.Create(CultureInfo.InvariantCulture, $"/api/v1/observations?indicator=coverage_gap&limit=20&offset={number}"));
        return await ExportBench.Run(home ?? Home);
    }

    /// <summary>Minutes: the briefs of all countries in one language.</summary>
    public static async Task<int> Briefs()
    {
        await using var app = await Start();
        using var http = new HttpClient { BaseAddress = app.Address };
        var (countries, vintage) = Published();
        var folder = Directory.CreateTempSubdirectory("spi-bench-briefs-");
        var clock = Stopwatch.StartNew();
        var printed = await new CountryBriefs(http).Print(countries, Language.English, vintage, folder, null, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        folder.Delete(recursive: true);
        Say("all briefs in one language", $"{printed.Made} of {countries.Count} in {seconds:0} s ({seconds / Math.Max(1, printed.Made):0.00} s each), {printed.Failures.Count} failed; {Aim} ≤ 300 s");
        return printed.Failures.Count == 0 ? 0 : 1;
    }

    private static Task<AppUnderTest> Start() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 }
        ? AppUnderTest.Start(Name)
        : throw new InvalidOperationException("Set CHROMIUM to the path of Chromium or Google Chrome.");

    /// <summary>The first of all, which warms the program up; looks made anew; the same again, which the server has kept.</summary>
    private static async Task Pictures(HttpClient http, string name, string path, int aim)
    {
        var times = new List<double>();
        foreach (var look in Looks)
        {
            times.Add(await Milliseconds(http, $"{path}?{look}"));
        }

        var again = new List<double>();
        foreach (var look in Looks)
        {
            again.Add(await Milliseconds(http, $"{path}?{look}"));
        }

        var anew = times.Skip(1).ToList();
        Say(name, $"first {times[0]:0} ms; anew {Median(anew):0} ms, at most {anew.Max():0} ms; again {Median(again):0.0} ms; {Aim} ≤ {aim} ms");
    }

    private static async Task Documents(HttpClient http)
    {
        var times = new List<double>();
        foreach (var country in Countries)
        {
            times.Add(await Milliseconds(http, $"/country/{country}/brief.pdf"));
        }

        Say("brief as PDF", $"first {times[0] / 1000:0.0} s; median of {times.Count} {Median(times) / 1000:0.0} s, at most {times.Max() / 1000:0.0} s; {Aim} ≤ 3 s");
    }

    private static async Task Table(HttpClient http)
    {
        foreach (var address in new[] { "/api/v1/data/all.csv", "/api/v1/data/all.sdmx.csv", "/api/v1/data/all.json" })
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            var bytes = 0L;
            await using var body = await answer.Content.ReadAsStreamAsync();
            var part = new byte[1 << 16];
            while (await body.ReadAsync(part) is > 0 and var count)
            {
                bytes += count;
            }

            Say(address, $"{bytes / 1e6:0.0} MB in {clock.Elapsed.TotalSeconds:0.00} s: {bytes / 1e6 / clock.Elapsed.TotalSeconds:0} MB/s; {Aim} ≥ 40 MB/s");
        }
    }

    /// <summary>As many as four askers get in some seconds; they share the processors with the program.</summary>
    private static async Task Questions(HttpClient http, string name, Func<int, string> address)
    {
        var number = 0;
        await Milliseconds(http, address(number));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (clock.Elapsed < TimeSpan.FromSeconds(5))
            {
                await Milliseconds(http, address(Interlocked.Increment(ref number)));
            }
        }));
        Say(name, $"{number / clock.Elapsed.TotalSeconds:0} a second from four askers");
    }

    private static (IReadOnlyList<string> Countries, PublishedVintage Vintage) Published()
    {
        using var warehouse = new PublishedWarehouse(new WarehouseHome(Home).Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen() ?? throw new InvalidOperationException($"{Home} has nothing published.");
        return (CountryBriefs.CountriesOf(session), PublishedVintage.TryParse(session.Vintage, out var vintage) ? vintage : throw new InvalidOperationException($"'{session.Vintage}' is no vintage."));
    }

    private static async Task<double> Milliseconds(HttpClient http, string address)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(string name, FormattableString figures) => Console.WriteLine($"{name,-36} {figures.ToString(CultureInfo.InvariantCulture)}");
}
