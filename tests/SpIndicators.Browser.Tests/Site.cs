using Microsoft.Playwright;
using SpIndicators.Browser.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace SpIndicators.Browser.Tests;

/// <summary>One app and one Chromium for all tests of this assembly.</summary>
public sealed class Site : IAsyncLifetime
{
    private AppUnderTest? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the site, ending in a slash.</summary>
    public Uri Address => _app!.Address;

    /// <summary>The last lines the app wrote.</summary>
    public string LogTail => _app!.LogTail;

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM");
        if (string.IsNullOrEmpty(chromium))
        {
            throw new InvalidOperationException(
                "CHROMIUM is not set, so there is no browser to test with. Run ./test, which finds or brings one, or set CHROMIUM to the path of Chromium or Google Chrome.");
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Places.PlaywrightPackage);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            // The browser itself must stay quiet too: no updates, no sync, no first-run page.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        _app = await AppUnderTest.Start();
    }

    /// <summary>A browser window of its own, at another app than the shared one.</summary>
    internal Task<IBrowserContext> Window(Uri site) => _browser!.NewContextAsync(new() { BaseURL = site.ToString(), ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });

    /// <summary>Opens a page in a browser context of its own and waits until it is quiet.</summary>
    public Task<OpenedPage> Open(PageVisit visit, bool javaScript = true) => OpenedPage.Open(_browser!, Address, visit, javaScript);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }
}
