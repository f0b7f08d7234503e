using System.Globalization;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>
/// Snapshots that are not to be built from: what they gave did not pass, or a person turned it down. They are moved, not
/// deleted, to <c>home/set_aside/source/vintage</c>, so that one bad release does not stop the refreshes of all other sources.
/// </summary>
public sealed class SetAside(WarehouseHome home, TimeProvider time)
{
    private const string ReasonName = "reason.txt";

    /// <summary>Moves a snapshot out of the way.</summary>
    /// <param name="reason">Written beside it, by which the same bytes are refused from now on.</param>
    public void Move(Snapshot snapshot, string reason)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var from = Path.GetDirectoryName(snapshot.CardPath)!;
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var to = Path.Combine(home.SetAside, snapshot.SourceId, $"{snapshot.Vintage}-{stamp}-{Guid.NewGuid().ToString("N")[..6]}");
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Directory.Move(from, to);
        File.WriteAllText(Path.Combine(to, ReasonName), reason + "\n");
    }

    /// <summary>Deletes a snapshot of bytes that are kept here already.</summary>
    public static void Drop(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Directory.Delete(Path.GetDirectoryName(snapshot.CardPath)!, recursive: true);
    }

    /// <summary>Why the same bytes were set aside before; null when they were not.</summary>
    public string? ReasonFor(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Kept(snapshot.SourceId).FirstOrDefault(folder => File.Exists(Path.Combine(folder, ReasonName)) && Sha256(folder) == snapshot.Sha256) is { } found
            ? File.ReadAllText(Path.Combine(found, ReasonName)).Trim()
            : null;
    }

    private IEnumerable<string> Kept(string sourceId)
    {
        var folder = Path.Combine(home.SetAside, sourceId);
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }

    private static string? Sha256(string folder) =>
        Directory.EnumerateFiles(folder, "*.snapshot.json").Select(card => Snapshot.Read(card).Sha256).FirstOrDefault();
}
