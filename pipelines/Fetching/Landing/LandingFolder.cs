namespace SpIndicators.Pipelines.Fetching.Landing;

/// <summary>
/// Where one fetch works: a folder outside the snapshots, with a lock beside it that ends with the process, however that
/// ends. What a killed process has left is removed by the next one.
/// </summary>
internal sealed class LandingFolder : IDisposable
{
    private const string LockEnding = ".lock";
    private readonly FileStream held;

    private LandingFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    public static LandingFolder Open(WarehouseHome home)
    {
        Directory.CreateDirectory(home.Landing);
        for (var nth = 1; ; nth++)
        {
            var path = System.IO.Path.Combine(home.Landing, $"{Guid.NewGuid():N}");
            try
            {
                // The lock comes first: a folder without one is nobody's.
                var held = new FileStream(path + LockEnding, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                Directory.CreateDirectory(path);
                return new LandingFolder(path, held);
            }
            catch (IOException) when (nth < 3 && File.Exists(path + LockEnding))
            {
                // Another process took the file for a leftover in the instant between its making and its locking.
            }
        }
    }

    /// <summary>Removes what no living process holds.</summary>
    public static void RemoveLeftovers(WarehouseHome home)
    {
        if (!Directory.Exists(home.Landing))
        {
            return;
        }

        foreach (var path in Directory.GetDirectories(home.Landing))
        {
            Remove(path);
        }

        foreach (var alone in Directory.GetFiles(home.Landing, "*" + LockEnding))
        {
            Remove(alone[..^LockEnding.Length]);
        }
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        held.Dispose();
        File.Delete(held.Name);
    }

    private static void Remove(string path)
    {
        try
        {
            using var free = new FileStream(path + LockEnding, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            File.Delete(free.Name);
        }
        catch (IOException)
        {
            // Somebody is fetching there.
        }
    }
}
