namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>Where a browser of the Chromium family is on this machine.</summary>
internal static class ChromiumFinder
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "msedge.exe", "chromium.exe"]
        : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    /// <summary>Where installers put it when they leave the path alone.</summary>
    private static readonly string[] Folders =
    [
        "/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS",
        .. new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }
            .SelectMany(folder => new[] { @"Google\Chrome\Application", @"Microsoft\Edge\Application" }.Select(inside => Path.Combine(Environment.GetFolderPath(folder), inside))),
    ];

    /// <summary>The program given, else the first that is found; null when there is none.</summary>
    /// <param name="given">Of the settings or the environment: an existing file, or nothing is found at all, so that a slip is not passed over.</param>
    public static string? Find(string? given)
    {
        if (given is { Length: > 0 })
        {
            return File.Exists(given) ? given : null;
        }

        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return paths.Concat(Folders).SelectMany(folder => Names.Append("Google Chrome").Append("Chromium").Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
