using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>
/// Pictures and documents by a browser: started when first needed, one process with a few pages, started anew when it has
/// crashed. What was being made when it crashed is made once more.
/// </summary>
public sealed class Chromium(ChromiumOptions options, TimeProvider? time = null) : IAsyncDisposable
{
    private const double PixelsPerInch = 96;

    /// <summary>A browser that did not start is not started again by every reader who comes: each start may take its whole time.</summary>
    private static readonly TimeSpan UntilNextStart = TimeSpan.FromSeconds(30);

    /// <summary>Pictures made or waited for; whoever comes then is told to try again, and no page stays in memory for him.</summary>
    private const int MostWaiting = 16;

    private readonly string? program = ChromiumFinder.Find(options.Path);
    private readonly SemaphoreSlim pages = new(options.Pages);
    private readonly SemaphoreSlim starting = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private ChromiumProcess? running;
    private (string Why, DateTimeOffset Until)? failed;
    private int waiting;
    private bool isDisposed;

    /// <summary>The program; null when none was found.</summary>
    public string? Program => program;

    /// <summary>Of the browser that runs; null while none does.</summary>
    internal int? ProcessId => running?.Id;

    /// <summary>A PNG of a drawing.</summary>
    /// <param name="scale">Device pixels for each of its units.</param>
    /// <param name="ground">Colour of what is left beside a drawing of another form than width and height.</param>
    /// <exception cref="ChromiumException">There is no browser, it failed twice, or it took too long.</exception>
    public Task<byte[]> Shoot(string svg, int width, int height, int scale, CancellationToken cancellation, string ground = "white") =>
        WithPage(async (page, token) =>
        {
            await Draw(page, svg, width, height, scale, token, ground: ground);
            return Bytes(await page("Page.captureScreenshot", new
            {
                format = "png",
                captureBeyondViewport = true,
                clip = new { x = 0, y = 0, width, height, scale = 1 },
            }, token));
        }, cancellation);

    /// <summary>A PDF of one page, as large as the drawing; its words stay words.</summary>
    /// <exception cref="ChromiumException">There is no browser, it failed twice, or it took too long.</exception>
    /// <param name="title">Of the document, as readers of PDF show and say it.</param>
    /// <param name="language">Of its words: "fr".</param>
    public Task<byte[]> Print(string svg, string title, string language, int width, int height, CancellationToken cancellation) =>
        WithPage(async (page, token) =>
        {
            await Draw(page, svg, width, height, 1, token, $"<html lang=\"{HtmlEncoder.Default.Encode(language)}\"><head><title>{HtmlEncoder.Default.Encode(title)}</title>");
            return Bytes(await page("Page.printToPDF", new
            {
                printBackground = true,
                paperWidth = width / PixelsPerInch,
                paperHeight = height / PixelsPerInch,
                marginTop = 0,
                marginBottom = 0,
                marginLeft = 0,
                marginRight = 0,
                pageRanges = "1",
                generateTaggedPDF = true,
            }, token));
        }, cancellation);

    /// <summary>A start that is under way is broken off, and its browser ended too.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await starting.WaitAsync();
        try
        {
            if (!isDisposed)
            {
                isDisposed = true;
                await (running?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }
        finally
        {
            // Neither semaphore is disposed of: whoever still waits for it is told that the program ends.
            starting.Release();
        }
    }

    /// <summary>A command to one page of the browser, and its result.</summary>
    internal delegate Task<JsonElement> Page(string method, object? parameters, CancellationToken cancellation);

    /// <summary>Makes something in an empty page, in which no script runs.</summary>
    /// <exception cref="ChromiumException">There is no browser, it failed twice, or it took too long.</exception>
    internal async Task<byte[]> WithPage(Func<Page, CancellationToken, Task<byte[]>> make, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new ChromiumException($"{MostWaiting} pictures are being made or waited for already.");
        }

        try
        {
            if (!await pages.WaitAsync(options.Timeout, cancellation))
            {
                throw new ChromiumException($"No page of the browser was free for {options.Timeout.TotalSeconds:0} seconds.");
            }
        }
        catch
        {
            Interlocked.Decrement(ref waiting);
            throw;
        }

        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var browser = await Running(cancellation);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                limit.CancelAfter(options.Timeout);
                try
                {
                    return await Open(browser.Tools, make, limit.Token);
                }
                catch (ChromiumException) when (attempt == 1 && !browser.IsAlive)
                {
                    // Crashed: once more with a new one.
                }
                catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
                {
                    // It may hang: the next picture gets a new one.
                    await browser.DisposeAsync();
                    throw new ChromiumException($"The picture was not ready after {options.Timeout.TotalSeconds:0} seconds.", inner: late);
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            pages.Release();
        }
    }

    /// <summary>Shows HTML that needs nothing from elsewhere.</summary>
    internal static async Task Show(Page page, string html, CancellationToken cancellation)
    {
        var frame = (await page("Page.getFrameTree", null, cancellation)).GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
        await page("Page.setDocumentContent", new { frameId = frame, html }, cancellation);
    }

    private static async Task<byte[]> Open(DevTools tools, Func<Page, CancellationToken, Task<byte[]>> make, CancellationToken cancellation)
    {
        var target = (await tools.Send("Target.createTarget", new { url = "about:blank" }, null, cancellation)).GetProperty("targetId").GetString()!;
        try
        {
            var session = (await tools.Send("Target.attachToTarget", new { targetId = target, flatten = true }, null, cancellation)).GetProperty("sessionId").GetString()!;
            Task<JsonElement> Send(string method, object? parameters, CancellationToken token) => tools.Send(method, parameters, session, token);
            await Send("Emulation.setScriptExecutionDisabled", new { value = true }, cancellation);
            return await make(Send, cancellation);
        }
        finally
        {
            await Close(tools, target);
        }
    }

    private static async Task Draw(Page page, string svg, int width, int height, int scale, CancellationToken cancellation, string beginning = "", string ground = "white")
    {
        await page("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = scale, mobile = false }, cancellation);
        // The declaration of XML is no part of a document in HTML.
        var drawing = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];
        await Show(page, $"<!DOCTYPE html>{beginning}<meta charset=\"utf-8\"><style>html,body{{margin:0;background:{ground}}}body>svg{{display:block;width:{width}px;height:{height}px}}</style>{drawing}", cancellation);
        await MustHaveDrawn(page, svg, cancellation);
    }

    /// <summary>As many marks as were handed over: an empty picture is a failure, not a picture.</summary>
    private static async Task MustHaveDrawn(Page send, string svg, CancellationToken cancellation)
    {
        var root = (await send("DOM.getDocument", new { depth = 0 }, cancellation)).GetProperty("root").GetProperty("nodeId").GetInt32();
        var drawn = (await send("DOM.querySelectorAll", new { nodeId = root, selector = "[data-area]" }, cancellation)).GetProperty("nodeIds").GetArrayLength();
        var handed = svg.AsSpan().Count(" data-area=\"");
        if (drawn != handed || drawn == 0)
        {
            throw new ChromiumException($"The browser drew {drawn} marks of {handed}.");
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A page that cannot be closed goes with its browser.")]
    private static async Task Close(DevTools tools, string target)
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await tools.Send("Target.closeTarget", new { targetId = target }, null, soon.Token);
        }
        catch (Exception)
        {
            // What was made counts.
        }
    }

    private async Task<ChromiumProcess> Running(CancellationToken cancellation)
    {
        if (program is null)
        {
            throw new ChromiumException(
                options.Path is { Length: > 0 } given ? $"There is no browser at {given}." : "There is no browser of the Chromium family on this machine.", isMissing: true);
        }

        await starting.WaitAsync(cancellation);
        try
        {
            if (isDisposed)
            {
                throw new ChromiumException("The program is ending.");
            }

            if (running is { IsAlive: true })
            {
                return running;
            }

            if (running is not null)
            {
                await running.DisposeAsync();
                running = null;
            }

            return running = await Start(program, cancellation);
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<ChromiumProcess> Start(string program, CancellationToken cancellation)
    {
        if (failed is { } before && time.GetUtcNow() < before.Until)
        {
            throw new ChromiumException($"{before.Why} It is tried again in {Math.Ceiling((before.Until - time.GetUtcNow()).TotalSeconds):0} seconds.");
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, ending.Token);
        try
        {
            var started = await ChromiumProcess.Start(program, options.StartTimeout, either.Token);
            failed = null;
            return started;
        }
        catch (ChromiumException failure)
        {
            failed = (failure.Message.TrimEnd(), time.GetUtcNow() + UntilNextStart);
            throw;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            throw new ChromiumException("The program is ending.");
        }
    }

    private static byte[] Bytes(JsonElement result) => result.GetProperty("data").GetBytesFromBase64();
}
