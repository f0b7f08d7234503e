namespace SpIndicators.Browser.Tests;

/// <summary>The folder handed to <c>spi --home</c>: the repository's data, with nothing built yet.</summary>
internal static class DataHome
{
    // What the app makes itself; see .gitignore.
    private static readonly string[] Made = ["warehouse", "keys"];

    /// <summary>Where the copy lies; the app under test publishes into it.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Places.Run, "home");

    /// <summary>Copies what is committed under data/ and removes what an earlier run of the tests has built there.</summary>
    public static string WithoutWarehouse()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        Copy(System.IO.Path.Combine(Places.Root, "data"), Path);
        return Path;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !Made.Contains(System.IO.Path.GetFileName(folder))))
        {
            Copy(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
        }
    }
}
