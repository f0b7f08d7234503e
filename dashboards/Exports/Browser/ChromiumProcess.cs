using System.Diagnostics;
using System.IO.Pipes;

namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>
/// A running browser without a window, in a profile of its own that goes with it. It is spoken to over two pipes: no port
/// is open to others on the machine, and it ends when they do, however this process ended.
/// </summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    /// <summary>
    /// .NET hands over no pipes but those of standard input and output; the browser wants them as descriptors 3 and 4. The
    /// shell stays until the browser has ended and removes the profile, also when nobody is left to do it.
    /// </summary>
    private const string Shell = """profile=$1; shift; "$@" 3<&0 4>&1 </dev/null >/dev/null; rm -rf "$profile" """;

    /// <summary>Nothing is asked of the network: what is drawn is handed over, and only this machine can be reached.</summary>
    private static readonly string[] Arguments =
    [
        "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost", "--font-render-hinting=none", "--force-color-profile=srgb", "about:blank",
    ];

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private int isEnded;

    private ChromiumProcess(Process process, DirectoryInfo profile, DevTools tools) => (this.process, this.profile, Tools) = (process, profile, tools);

    public DevTools Tools { get; }

    /// <summary>Of the browser or the shell around it.</summary>
    public int Id => process.Id;

    public bool IsAlive => isEnded == 0 && !process.HasExited && Tools.IsOpen;

    /// <exception cref="ChromiumException">It did not start, or not in time; with what it said.</exception>
    public static async Task<ChromiumProcess> Start(string program, TimeSpan atMost, CancellationToken cancellation)
    {
        BrowserProfile.RemoveLeft(Path.GetTempPath());
        var profile = BrowserProfile.Create();
        var said = new LastLines();
        Process? process = null;
        DevTools? tools = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            (process, tools) = Launch(program, profile);
            process.ErrorDataReceived += (_, line) => said.Add(line.Data);
            process.BeginErrorReadLine();
            await tools.Send("Browser.getVersion", null, null, limit.Token);
            return new(process, profile, tools);
        }
        catch (Exception failure)
        {
            var isAskedTo = failure is OperationCanceledException && cancellation.IsCancellationRequested;
            await End(process, tools, profile);
            if (isAskedTo)
            {
                throw;
            }

            throw new ChromiumException(failure is OperationCanceledException
                ? $"{program} did not start within {atMost.TotalSeconds:0} seconds. {said}"
                : $"{program} did not start: {(said.ToString() is { Length: > 0 } words ? words : failure.Message)}", inner: failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isEnded, 1) == 0)
        {
            await End(process, Tools, profile);
        }
    }

    private static (Process Process, DevTools Tools) Launch(string program, DirectoryInfo profile)
    {
        var arguments = Arguments.Prepend($"--user-data-dir={profile.FullName}");
        if (OperatingSystem.IsWindows())
        {
            return LaunchOnWindows(program, arguments);
        }

        // As root, which servers in containers run as, it does not start with its sandbox.
        arguments = OperatingSystem.IsLinux() && Environment.UserName == "root" ? arguments.Prepend("--no-sandbox") : arguments;
        var process = Started(new ProcessStartInfo("/bin/sh", ["-c", Shell, "spi-browser", profile.FullName, program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        });
        return (process, new DevTools(process.StandardInput.BaseStream, process.StandardOutput.BaseStream));
    }

    /// <summary>There the browser is told the handles it inherits.</summary>
    private static (Process Process, DevTools Tools) LaunchOnWindows(string program, IEnumerable<string> arguments)
    {
        var commands = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var handles = $"--remote-debugging-io-pipes={commands.GetClientHandleAsString()},{answers.GetClientHandleAsString()}";
        var process = Started(new ProcessStartInfo(program, arguments.Prepend(handles)) { RedirectStandardError = true });
        commands.DisposeLocalCopyOfClientHandle();
        answers.DisposeLocalCopyOfClientHandle();
        return (process, new DevTools(commands, answers));
    }

    private static Process Started(ProcessStartInfo start) => Process.Start(start) ?? throw new ChromiumException($"{start.FileName} did not start.");

    private static async Task End(Process? process, DevTools? tools, DirectoryInfo profile)
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }

        if (tools is not null)
        {
            await tools.DisposeAsync();
        }

        process?.Dispose();
        BrowserProfile.Delete(profile);
    }

    /// <summary>The last things a browser said; it goes on saying things as long as it runs.</summary>
    private sealed class LastLines
    {
        private const int Most = 3;
        private readonly Queue<string> lines = [];

        public void Add(string? line)
        {
            lock (lines)
            {
                if (line is { Length: > 0 })
                {
                    lines.Enqueue(line);
                }

                if (lines.Count > Most)
                {
                    lines.Dequeue();
                }
            }
        }

        public override string ToString()
        {
            lock (lines)
            {
                return string.Join(' ', lines);
            }
        }
    }
}
