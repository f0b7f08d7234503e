namespace SpIndicators.Pipelines.Fetching.Landing;

/// <summary>
/// One fetch at a time of one source, across processes: who asks by hand waits for the schedule's, and then mostly finds that there
/// is nothing new. The operating system lets go of the lock when the process ends, however it ends.
/// </summary>
internal static class SourcePlace
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until nobody else fetches the source. Disposing gives the place free.</summary>
    public static async Task<IDisposable> Take(WarehouseHome home, string sourceId, TimeProvider time, CancellationToken cancellation)
    {
        Directory.CreateDirectory(home.Landing);
        var file = Path.Combine(home.Landing, $"{sourceId}.place");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(LookEvery, time, cancellation);
            }
        }
    }
}
