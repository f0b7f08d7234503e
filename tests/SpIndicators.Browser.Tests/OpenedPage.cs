using Microsoft.Playwright;

namespace SpIndicators.Browser.Tests;

/// <summary>A page in the browser, with what went wrong on it since it was opened.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private const string PolicyMark = "policy violation: ";

    private readonly PageVisit _visit;
    private readonly IBrowserContext _context;
    private readonly List<string> _consoleErrors = [];
    private readonly List<string> _policyViolations = [];
    private readonly List<string> _outsideRequests = [];

    private OpenedPage(PageVisit visit, IBrowserContext context, IPage page) => (_visit, _context, Page) = (visit, context, page);

    public IPage Page { get; }

    /// <summary>Status of the answer to the page itself.</summary>
    public int Status { get; private set; }

    /// <summary>Errors in the console, and exceptions nobody caught; those of the Content-Security-Policy are apart.</summary>
    public IReadOnlyList<string> ConsoleErrors => _consoleErrors;

    /// <summary>What the page's Content-Security-Policy stopped.</summary>
    public IReadOnlyList<string> PolicyViolations => _policyViolations;

    /// <summary>Addresses asked for at any other origin than the site's.</summary>
    public IReadOnlyList<string> OutsideRequests => _outsideRequests;

    internal static async Task<OpenedPage> Open(IBrowser browser, Uri site, PageVisit visit, bool javaScript)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = visit.Width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = javaScript,
        });
        await context.AddInitScriptAsync(
            $"document.addEventListener('securitypolicyviolation', e => console.error('{PolicyMark}' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));");
        var opened = new OpenedPage(visit, context, await context.NewPageAsync());
        opened.Listen(site);

        var answer = await opened.Page.GotoAsync(visit.Url);
        opened.Status = answer!.Status;
        await opened.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return opened;
    }

    /// <summary>Pictures the whole page into artifacts/screenshots, named after the visit; gives the file's path.</summary>
    public async Task<string> Picture()
    {
        var file = Path.Combine(Places.Screenshots, $"{_visit}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        return file;
    }

    /// <summary>The elements that reach over the right edge of the window, when the page can be scrolled sideways.</summary>
    public async Task<string[]> SidewaysOverflow() => await Page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
          const names = wide.map(e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.classList.length ? '.' + e.classList[0] : ''));
          return ['page is ' + document.documentElement.scrollWidth + ' px wide in a window of ' + width, ...new Set(names)].slice(0, 12);
        }
        """);

    /// <summary>Tables that promise to fit a telephone (class <c>stacked</c>) and do not.</summary>
    public static Task<string[]> TablesTooWide(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('table.stacked')].filter(t => t.parentElement.scrollWidth > t.parentElement.clientWidth).map(t => t.className)");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Listen(Uri site)
    {
        Page.Console += (_, message) =>
        {
            if (message.Type != "error") return;
            var isPolicy = message.Text.StartsWith(PolicyMark, StringComparison.Ordinal) || message.Text.Contains("Content Security Policy", StringComparison.Ordinal);
            (isPolicy ? _policyViolations : _consoleErrors).Add(message.Text);
        };
        Page.PageError += (_, error) => _consoleErrors.Add(error);
        Page.Request += (_, request) => NoteIfOutside(site, request.Url);
        Page.WebSocket += (_, socket) => NoteIfOutside(site, socket.Url);
    }

    // data: and blob: addresses never leave the browser.
    private void NoteIfOutside(Uri site, string address)
    {
        var asked = new Uri(address);
        if (asked.Scheme is "data" or "blob" || asked.Authority == site.Authority) return;
        _outsideRequests.Add(address);
    }
}
