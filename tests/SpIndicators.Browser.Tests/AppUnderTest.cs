using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SpIndicators.Browser.Tests;

/// <summary>
/// The real <c>spi serve</c> in a process of its own, on a free port, over a copy of the repository's data without a
/// warehouse: it builds and publishes first, as in a fresh clone.
/// </summary>
internal sealed partial class AppUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan ToListen = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ToPublish = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly AppLog _log;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppUnderTest(Process process, AppLog log)
    {
        (_process, _log) = (process, log);
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
    }

    /// <summary>Address of the site, ending in a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The last lines the app wrote.</summary>
    public string LogTail => _log.Tail();

    /// <summary>Starts the app and waits until it answers that a warehouse is published.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not listen or publish in time; with its last lines.</exception>
    /// <param name="name">Of an app beside the one all tests share: its home and log bear it.</param>
    /// <param name="settings">Environment variables it is started with.</param>
    public static async Task<AppUnderTest> Start(string? name = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var home = DataHome.WithoutWarehouse(name is null ? null : Path.Combine(Places.Run, name));
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Places.App, "serve", "--urls", "http://127.0.0.1:0", "--home", home])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Places.Root,
        };
        foreach (var (variable, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        var app = new AppUnderTest(new Process { StartInfo = start }, new AppLog(Path.Combine(Places.Run, $"{name ?? "app"}.log")));
        app._process.Start();
        try
        {
            await app.Begin();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the app alone, as <c>kill -9</c> does: it can do nothing more, and nothing is done for it.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _log.Dispose();
    }

    private async Task Begin()
    {
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, ended, Task.Delay(ToListen)) != _address.Task)
        {
            throw Failed(ended.IsCompleted ? $"ended with exit code {_process.ExitCode} before it listened" : $"did not say 'Now listening on' within {ToListen.TotalSeconds} s");
        }

        Address = await _address.Task;
        await UntilPublished(ended);
    }

    private async Task UntilPublished(Task ended)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.GetTimestamp();
        while (await ReadyStatus(http) != HttpStatusCode.OK)
        {
            if (ended.IsCompleted) throw Failed($"ended with exit code {_process.ExitCode} before it published");
            if (Stopwatch.GetElapsedTime(started) > ToPublish) throw Failed($"had published nothing after {ToPublish.TotalMinutes} minutes");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    // While the first build runs, /readyz answers with an error status; that is no failure.
    private static async Task<HttpStatusCode?> ReadyStatus(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("readyz", UriKind.Relative));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        _log.Add(line);
        var match = Listening().Match(line);
        if (match.Success) _address.TrySetResult(new Uri(match.Groups[1].Value + "/"));
    }

    private InvalidOperationException Failed(string how) => new($"spi {how}. Its last lines:\n{LogTail}");

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
