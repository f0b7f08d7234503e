namespace SpIndicators.Browser.Tests;

/// <summary>The folder handed to <c>spi --home</c>: the repository's data, with nothing built yet.</summary>
internal static class DataHome
{
    // What the app makes itself; see .gitignore.
    private static readonly string[] Made = ["warehouse", "keys", "landing", "set_aside", "uploads"];
    private static readonly string[] MadeFiles = ["operations.db", "operations.db-wal", "operations.db-shm", "scheduler.lock", "settings.json"];

    /// <summary>Where the copy lies; the app under test publishes into it.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Places.Run, "home");

    /// <summary>Copies what is committed under data/ and removes what an earlier run of the tests has built there.</summary>
    /// <param name="path">Another place than <see cref="Path"/>, for a test that changes what is published.</param>
    public static string WithoutWarehouse(string? path = null)
    {
        var home = path ?? Path;
        if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
        Copy(System.IO.Path.Combine(Places.Root, "data"), home);
        return home;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => !MadeFiles.Contains(System.IO.Path.GetFileName(file))))
        {
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !Made.Contains(System.IO.Path.GetFileName(folder))))
        {
            Copy(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
        }
    }
}
