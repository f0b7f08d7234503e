using System.Diagnostics;
using System.Globalization;

namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>
/// The folder a browser keeps its own files in: named after the process of ours that started it, so that what a killed
/// process left behind can be told and removed.
/// </summary>
internal static class BrowserProfile
{
    private const string Stem = "spi-browser-";
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static DirectoryInfo Create() => Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Stem}{Environment.ProcessId}-"));

    /// <summary>Removes the profiles whose process is gone; those of others, and whatever only has such a name, stay.</summary>
    /// <param name="folder">Of temporary files.</param>
    public static void RemoveLeft(string folder)
    {
        foreach (var profile in new DirectoryInfo(folder).EnumerateDirectories(Stem + "*").Where(IsLeft).ToList())
        {
            Delete(profile);
        }
    }

    public static void Delete(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Gone already, or a child of the browser still writes: the next start removes it.
        }
    }

    private static bool IsLeft(DirectoryInfo profile) =>
        profile.Name[Stem.Length..].Split('-') is [var id, _]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        // A link leads elsewhere; what others may write to was not made by us.
        && profile.LinkTarget is null && (OperatingSystem.IsWindows() || profile.UnixFileMode == Ours)
        && !IsRunning(process);

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
        catch (Exception hidden) when (hidden is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // There is one, of somebody else.
            return true;
        }
    }
}
