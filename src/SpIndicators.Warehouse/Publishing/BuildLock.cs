namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// One build at a time in one warehouse folder, across processes. The operating system lets go of the lock when the
/// process ends, however it ends; the file itself means nothing.
/// </summary>
public sealed class BuildLock : IDisposable
{
    private readonly FileStream stream;

    private BuildLock(FileStream stream) => this.stream = stream;

    /// <exception cref="PublishException">Another process is building here.</exception>
    public static BuildLock Take(WarehouseFolder folder)
    {
        Directory.CreateDirectory(folder.Path);
        try
        {
            return new BuildLock(new FileStream(
                System.IO.Path.Combine(folder.Path, "build.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException busy)
        {
            throw new PublishException($"Another refresh is building in {folder.Path}; wait for it to end.", busy) { IsBusy = true };
        }
    }

    public void Dispose() => stream.Dispose();
}
