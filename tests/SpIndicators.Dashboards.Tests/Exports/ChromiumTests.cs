using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>A browser that crashes, hangs, draws nothing or is not there. Needs one (CHROMIUM, or on the path).</summary>
public sealed class ChromiumTests
{
    private const string Square = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect data-area="KEN" width="10" height="10" fill="red"/></svg>""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Browser_ThatCrashesBetweenTwoPictures_IsStartedAnew()
    {
        await using var chromium = New();
        var before = await chromium.Shoot(Square, 100, 100, 1, Stop);
        Kill(chromium);
        var after = await chromium.Shoot(Square, 100, 100, 1, Stop);

        Assert.Equal(Png(before), Png(after));
    }

    [Fact]
    public async Task Pictures_AskedForAtOnce_AreAllMade()
    {
        await using var chromium = New(pages: 2);
        var pictures = await Task.WhenAll(Enumerable.Range(1, 8).Select(scale => chromium.Shoot(Square, 20 * scale, 20, 1, Stop)));

        Assert.Equal(Enumerable.Range(1, 8).Select(scale => (20 * scale, 20)), pictures.Select(Png));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- data-area=\"x\" --></svg>")]
    public async Task Picture_WithoutItsMarks_IsAFailureAndNotABlankFile(string svg)
    {
        await using var chromium = New();

        var failure = await Assert.ThrowsAsync<ChromiumException>(() => chromium.Shoot(svg, 100, 100, 1, Stop));

        Assert.Contains("drew 0 marks", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_ThatTakesTooLong_IsGivenUp_AndTheNextPictureIsMade()
    {
        await using var hurried = new Chromium(new ChromiumOptions { Path = Program, Timeout = TimeSpan.FromMilliseconds(1) });

        var failure = await Assert.ThrowsAsync<ChromiumException>(() => hurried.Shoot(Square, 100, 100, 1, Stop));

        Assert.Contains("not ready", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsMissing);
    }

    /// <summary>As a machine does that has no memory left: the browser is there and does not answer.</summary>
    [Fact]
    public async Task Browser_ThatStandsStill_IsA503ThatSaysWhenToTryAgain_AndTheNextPictureIsMade()
    {
        await using var dashboard = Dashboard.With(new ChromiumOptions { Path = Program, Timeout = TimeSpan.FromSeconds(4) });
        await dashboard.InitializeAsync();
        using var before = await dashboard.Get("/overview.png");
        var stopped = Halt(dashboard.Services.GetRequiredService<Chromium>().ProcessId!.Value);
        using var meanwhile = await dashboard.Get("/overview.png?size=square");
        using var after = await dashboard.Get("/overview.png?size=square");

        Assert.True(stopped > 1, $"Only {stopped} processes were stopped.");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (before.StatusCode, meanwhile.StatusCode, after.StatusCode));
        Assert.InRange(meanwhile.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 120);
        Assert.Equal(("application/problem+json", true), (meanwhile.Content.Headers.ContentType!.MediaType, meanwhile.Headers.CacheControl!.NoStore));
        Assert.Equal((1080, 1080), Png(await after.Content.ReadAsByteArrayAsync(Stop)));
    }

    [Fact]
    public async Task Program_ThatIsNoBrowser_IsNamedWithWhatItSaid()
    {
        await using var none = new Chromium(new ChromiumOptions { Path = Environment.ProcessPath, StartTimeout = TimeSpan.FromSeconds(5) });

        var failure = await Assert.ThrowsAsync<ChromiumException>(() => none.Shoot(Square, 100, 100, 1, Stop));

        Assert.Contains(Environment.ProcessPath!, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_WithoutABrowser_SaysSo_AndStillGivesSvg()
    {
        await using var dashboard = Dashboard.With(new ChromiumOptions { Path = "/there/is/none" });
        await dashboard.InitializeAsync();
        using var png = await dashboard.Get("/overview.png?lang=fr");
        using var svg = await dashboard.Get("/overview.svg");

        Assert.Equal(HttpStatusCode.NotImplemented, png.StatusCode);
        Assert.Contains("Le format SVG fonctionne", await png.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.True(png.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, svg.StatusCode);
    }

    private static string Program => new Chromium(new ChromiumOptions { Path = Environment.GetEnvironmentVariable("CHROMIUM") }).Program
        ?? throw new InvalidOperationException("There is no Chromium: run ./test, which brings one, or set CHROMIUM.");

    private static Chromium New(int pages = 1) => new(new ChromiumOptions { Path = Program, Pages = pages });

    private static void Kill(Chromium chromium)
    {
        using var process = Process.GetProcessById(chromium.ProcessId!.Value);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Stops a process and all it began, and says how many; they are there and do nothing.</summary>
    private static int Halt(int process)
    {
        using var list = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid="]) { RedirectStandardOutput = true })!;
        var children = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLookup(line => line[1], line => line[0]);
        var tree = new List<string> { process.ToString(CultureInfo.InvariantCulture) };
        for (var at = 0; at < tree.Count; at++)
        {
            tree.AddRange(children[tree[at]]);
        }

        using var stop = Process.Start("kill", ["-STOP", .. tree]);
        stop.WaitForExit();
        return tree.Count;
    }

    /// <summary>Width and height, from the file's own header.</summary>
    private static (int Width, int Height) Png(byte[] file)
    {
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(file, 1, 3));
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
    }
}
