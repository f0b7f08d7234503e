using SpIndicators.Pipelines;

namespace SpIndicators.App.Serving;

/// <summary>
/// Notices that a file of the inputs has come, gone or changed, from names, sizes and times alone: cheap enough to ask
/// every second. It decides when to try again, never what is up to date.
/// </summary>
internal sealed class InputWatch(WarehouseHome home)
{
    public int Stamp()
    {
        var stamp = new HashCode();
        foreach (var folder in new[] { home.Snapshots, home.Reference })
        {
            var files = Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];
            foreach (var file in files.OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                stamp.Add(file.FullName);
                stamp.Add(file.Length);
                stamp.Add(file.LastWriteTimeUtc);
            }
        }

        return stamp.ToHashCode();
    }
}
