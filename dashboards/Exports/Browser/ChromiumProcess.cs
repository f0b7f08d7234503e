using System.Diagnostics;

namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>A running browser without a window, in a profile of its own that goes with it.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";

    /// <summary>Nothing is asked of the network: what is drawn is handed over, and only this machine can be reached.</summary>
    private static readonly string[] Arguments =
    [
        "--headless=new", "--remote-debugging-port=0", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost", "--font-render-hinting=none", "--force-color-profile=srgb", "about:blank",
    ];

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private int isEnded;

    private ChromiumProcess(Process process, DirectoryInfo profile, DevTools tools) => (this.process, this.profile, Tools) = (process, profile, tools);

    public DevTools Tools { get; }

    public int Id => process.Id;

    public bool IsAlive => isEnded == 0 && !process.HasExited && Tools.IsOpen;

    /// <exception cref="ChromiumException">It did not start, or not in time; with what it said.</exception>
    public static async Task<ChromiumProcess> Start(string program, TimeSpan atMost, CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("spi-browser-");
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add($"--user-data-dir={profile.FullName}");
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
        {
            // As root, which servers in containers run as, it does not start with its sandbox.
            start.ArgumentList.Add("--no-sandbox");
        }

        Array.ForEach(Arguments, start.ArgumentList.Add);
        Process? process = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        var said = new List<string>();
        try
        {
            process = Process.Start(start) ?? throw new ChromiumException($"{program} did not start.");
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            while (await process.StandardError.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith(Listening, StringComparison.Ordinal))
                {
                    var tools = await DevTools.Connect(new Uri(line[Listening.Length..]), limit.Token);
                    // Read on, or it stops when the pipe is full.
                    _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None).ContinueWith(static _ => { }, TaskScheduler.Default);
                    return new ChromiumProcess(process, profile, tools);
                }

                said.Add(line);
            }

            throw new ChromiumException($"{program} ended at once: {string.Join(' ', said.TakeLast(3))}");
        }
        catch (Exception failure) when (failure is not ChromiumException)
        {
            End(process, profile);
            throw failure is OperationCanceledException && cancellation.IsCancellationRequested
                ? failure
                : new ChromiumException($"{program} did not start within {atMost.TotalSeconds:0} seconds: {string.Join(' ', said.TakeLast(3))} {failure.Message}", inner: failure);
        }
        catch
        {
            End(process, profile);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isEnded, 1) == 1)
        {
            return;
        }

        await Tools.DisposeAsync();
        End(process, profile);
    }

    private static void End(Process? process, DirectoryInfo profile)
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }

        process?.Dispose();
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // A child of the browser may still be writing; the system clears its temporary folder.
        }
    }
}
