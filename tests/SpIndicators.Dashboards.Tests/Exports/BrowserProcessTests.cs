using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>How a browser is started and ended; instead of one stand shell scripts that do what a broken one may do.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BrowserProcessTests : IDisposable
{
    private const string Square = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect data-area="KEN" width="10" height="10"/></svg>""";

    private readonly string folder = Directory.CreateTempSubdirectory("spi-processes-").FullName;
    private readonly ManualTime time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Browser_ThatDidNotStart_IsNotStartedAgainForEveryReader()
    {
        var (program, notes) = Script("echo no libraries here >&2; exit 1");
        await using var chromium = new Chromium(new ChromiumOptions { Path = program }, time);

        var first = await Assert.ThrowsAsync<ChromiumException>(() => chromium.Shoot(Square, 10, 10, 1, Stop));
        time.Advance(TimeSpan.FromSeconds(10));
        var second = await Assert.ThrowsAsync<ChromiumException>(() => chromium.Shoot(Square, 10, 10, 1, Stop));
        var startsBefore = Lines(notes).Length;
        time.Advance(TimeSpan.FromSeconds(21));
        await Assert.ThrowsAsync<ChromiumException>(() => chromium.Shoot(Square, 10, 10, 1, Stop));

        Assert.Contains("no libraries here", first.Message, StringComparison.Ordinal);
        Assert.Contains("no libraries here", second.Message, StringComparison.Ordinal);
        Assert.EndsWith("It is tried again in 20 seconds.", second.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (startsBefore, Lines(notes).Length));
    }

    [Fact]
    public async Task Browser_DisposedOfWhileItStarts_IsEndedWithItsProfile()
    {
        var (program, notes) = Script("exec sleep 60");
        var chromium = new Chromium(new ChromiumOptions { Path = program }, time);
        var picture = chromium.Shoot(Square, 10, 10, 1, Stop);
        while (Lines(notes).Length == 0)
        {
            await Task.Delay(20, Stop);
        }

        var clock = Stopwatch.StartNew();
        await chromium.DisposeAsync();
        var failure = await Assert.ThrowsAsync<ChromiumException>(() => picture);
        var later = await Assert.ThrowsAsync<ChromiumException>(() => chromium.Shoot(Square, 10, 10, 1, Stop));
        var (process, profile) = (int.Parse(Lines(notes)[0].Split(' ')[0], CultureInfo.InvariantCulture), Lines(notes)[0].Split(' ')[1]);

        // Killed, it goes when the system gets to it.
        while (IsRunning(process) && clock.Elapsed.TotalSeconds < 5)
        {
            await Task.Delay(20, Stop);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        Assert.Equal(("The program is ending.", "The program is ending."), (failure.Message, later.Message));
        Assert.False(IsRunning(process), $"{process} still runs.");
        Assert.False(Directory.Exists(profile), $"{profile} is still there.");
    }

    [Fact]
    public async Task Browser_ThatSaysNothing_IsGivenUpInTime()
    {
        var (program, _) = Script("echo thinking >&2; exec sleep 60");
        await using var chromium = new Chromium(new ChromiumOptions { Path = program, StartTimeout = TimeSpan.FromSeconds(1) }, time);

        var failure = await Assert.ThrowsAsync<ChromiumException>(() => chromium.Shoot(Square, 10, 10, 1, Stop));

        Assert.Equal($"{program} did not start within 1 seconds. thinking", failure.Message);
    }

    [Fact]
    public void Profiles_OfProcessesThatAreGone_AreRemoved_AndNoOthers()
    {
        var gone = Ended();
        var left = Profile($"spi-browser-{gone}-abc123");
        string[] kept =
        [
            Profile($"spi-browser-{Environment.ProcessId}-abc123"), Profile($"spi-browser-{gone}"), Profile($"spi-browser-{gone}-abc123-x"), Profile("spi-browser-mine-abc123"),
            Profile($"other-{gone}-abc123"), Profile($"spi-browser-{gone}-shared", UnixFileMode.OtherWrite),
        ];
        var elsewhere = Profile("elsewhere");
        var link = Path.Combine(folder, $"spi-browser-{gone}-link");
        Directory.CreateSymbolicLink(link, elsewhere);

        BrowserProfile.RemoveLeft(folder);

        Assert.False(Directory.Exists(left));
        Assert.All(kept, path => Assert.True(Directory.Exists(path), path));
        Assert.True(File.Exists(Path.Combine(elsewhere, "file")));
        Assert.True(Directory.Exists(link));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A program that notes its process and its profile each time it is started.</summary>
    private (string Program, string Notes) Script(string then)
    {
        var (program, notes) = (Path.Combine(folder, "browser"), Path.Combine(folder, "notes"));
        // The profile is the option that names a folder of data.
        File.WriteAllText(program, $"#!/bin/sh\nfor given in \"$@\"; do case $given in --user-data-dir=*) echo \"$$ ${{given#*=}}\" >> {notes};; esac; done\n{then}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return (program, notes);
    }

    private static string[] Lines(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    private string Profile(string name, UnixFileMode more = UnixFileMode.None)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(path, "file"), "");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | more);
        return path;
    }

    /// <summary>The id of a process that was there and is not any more.</summary>
    private static int Ended()
    {
        using var process = Process.Start("/bin/sh", ["-c", "exit 0"]);
        process.WaitForExit();
        return process.Id;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
