namespace SpIndicators.Browser.Tests;

/// <summary>A test in the browser; when it fails, the app's last lines stand beside the failure.</summary>
public abstract class BrowserTest(Site site, ITestOutputHelper output) : IAsyncDisposable
{
    protected Site Site { get; } = site;

    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            output.WriteLine($"The app's last lines (all of them: artifacts/browser-tests/app.log):\n{Site.LogTail}");
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
