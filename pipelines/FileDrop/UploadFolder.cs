using SpIndicators.Core.Operations;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Files as they were brought, each under its sha256, and the lock that lets uploads come one after the other.</summary>
internal static class UploadFolder
{
    /// <summary>Two at once would both start from the same vintage, and the second would lose what the first brought.</summary>
    /// <exception cref="DropException">Somebody else is uploading.</exception>
    public static IDisposable Lock(WarehouseHome home)
    {
        Directory.CreateDirectory(home.Uploads);
        try
        {
            return new FileStream(Path.Combine(home.Uploads, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new DropException("Another upload is being stored at this moment. Try again in a few seconds.", taken);
        }
    }

    public static void Keep(WarehouseHome home, string sha256, byte[] bytes)
    {
        var place = Path.Combine(home.Uploads, sha256);
        if (File.Exists(place))
        {
            return;
        }

        var part = $"{place}.part";
        File.WriteAllBytes(part, bytes);
        Durable.Flush(part);
        File.Move(part, place, overwrite: true);
    }
}
