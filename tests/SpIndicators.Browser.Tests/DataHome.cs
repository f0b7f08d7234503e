namespace SpIndicators.Browser.Tests;

/// <summary>The folder handed to <c>spi --home</c>: the repository's data, with nothing built yet.</summary>
internal static class DataHome
{
    // What the app makes itself; see .gitignore.
    private static readonly string[] Made = ["warehouse", "keys"];

    /// <summary>Copies what is committed under data/ and removes what an earlier run of the tests has built there.</summary>
    public static string WithoutWarehouse()
    {
        var home = Path.Combine(Places.Run, "home");
        if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
        Copy(Path.Combine(Places.Root, "data"), home);
        return home;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !Made.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
