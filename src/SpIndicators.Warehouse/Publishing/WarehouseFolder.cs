using SpIndicators.Core.Provenance;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// The folder of published warehouses: one <c>.duckdb</c> file per vintage, never changed once published, and a
/// pointer file <c>current</c> that names the one readers open.
/// </summary>
public sealed class WarehouseFolder(string path)
{
    private const string PointerName = "current";
    private const string Extension = ".duckdb";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The file that names the vintage readers open.</summary>
    public string PointerPath => System.IO.Path.Combine(Path, PointerName);

    /// <summary>True after a rollback, until something is published: a server that starts then does not rebuild by itself.</summary>
    public bool IsHeld => File.Exists(HeldPath);

    private string WaitingPath => System.IO.Path.Combine(Path, "waiting");

    private string HeldPath => System.IO.Path.Combine(Path, "held");

    /// <summary>The vintage readers open; null when nothing is published or the file it names is gone.</summary>
    public PublishedVintage? Current()
    {
        try
        {
            return PublishedVintage.TryParse(File.ReadAllText(PointerPath).Trim(), out var vintage) && File.Exists(FileOf(vintage))
                ? vintage
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Where a vintage's file lies, whether or not it exists.</summary>
    public string FileOf(PublishedVintage vintage) => System.IO.Path.Combine(Path, vintage + Extension);

    /// <summary>All vintages kept, newest first.</summary>
    public IReadOnlyList<PublishedVintage> Vintages() => VintagesIn(Path);

    /// <summary>Where a build lies that waits for somebody's approval, whether or not it exists.</summary>
    public string WaitingFileOf(PublishedVintage vintage) => System.IO.Path.Combine(WaitingPath, vintage + Extension);

    /// <summary>Builds that wait for approval, newest first. No reader sees them.</summary>
    public IReadOnlyList<PublishedVintage> Waiting() => VintagesIn(WaitingPath);

    /// <summary>The next free vintage of a day: neither published nor waiting.</summary>
    public PublishedVintage NextOf(DateOnly day) => PublishedVintage.Next(day, Vintages().Concat(Waiting()));

    /// <summary>
    /// Moves a finished, closed file into the folder as <paramref name="vintage"/> and points readers at it. Until the
    /// last step, the swap of the pointer, readers see what they saw before.
    /// </summary>
    /// <exception cref="PublishException">A file of that vintage exists already.</exception>
    public void Publish(string file, PublishedVintage vintage)
    {
        Directory.CreateDirectory(Path);
        var target = FileOf(vintage);
        if (File.Exists(target))
        {
            throw new PublishException($"The vintage {vintage} is published already; a published warehouse is never changed.");
        }

        Durable.Flush(file);
        File.Move(file, target);
        Durable.FlushFolder(Path);
        PointTo(vintage);
        File.Delete(HeldPath);
    }

    /// <summary>Keeps a finished, closed file until somebody approves it (<see cref="Release"/>) or turns it down (<see cref="Discard"/>).</summary>
    public void Hold(string file, PublishedVintage vintage)
    {
        Directory.CreateDirectory(WaitingPath);
        Durable.Flush(file);
        File.Move(file, WaitingFileOf(vintage), overwrite: true);
        Durable.FlushFolder(WaitingPath);
    }

    /// <summary>Publishes a build that waited.</summary>
    /// <exception cref="PublishException">It waits no longer, or something newer was published since.</exception>
    public void Release(PublishedVintage vintage)
    {
        var file = WaitingOrThrow(vintage);
        if (Current() is { } current && current > vintage)
        {
            throw new PublishException($"{vintage} was built before {current}, which is published: approving it would take figures back. Turn it down, or refresh again.");
        }

        Publish(file, vintage);
    }

    /// <summary>Deletes a build that waited.</summary>
    /// <exception cref="PublishException">It waits no longer.</exception>
    public void Discard(PublishedVintage vintage) => File.Delete(WaitingOrThrow(vintage));

    /// <summary>Deletes published files beyond the newest <paramref name="keep"/>; never the one readers see.</summary>
    /// <returns>What was deleted.</returns>
    public IReadOnlyList<PublishedVintage> Prune(int keep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        var current = Current();
        var old = Vintages().Skip(keep).Where(vintage => vintage != current).ToList();
        old.ForEach(vintage => File.Delete(FileOf(vintage)));
        return old;
    }

    /// <summary>Points readers at an earlier vintage, which stays until something is published by hand.</summary>
    /// <exception cref="PublishException">No file of that vintage is kept.</exception>
    public void RollBack(PublishedVintage vintage)
    {
        Require(vintage);
        // First: a server that starts between the two must not undo what was wished.
        File.WriteAllText(HeldPath, vintage + "\n");
        PointTo(vintage);
    }

    /// <summary>Points readers at a vintage that is kept here: publishing's last step, and a rollback's only one.</summary>
    /// <exception cref="PublishException">No file of that vintage is kept.</exception>
    public void PointTo(PublishedVintage vintage)
    {
        Require(vintage);
        var next = PointerPath + ".next";
        File.WriteAllText(next, vintage + "\n");
        Durable.Flush(next);
        File.Move(next, PointerPath, overwrite: true);
        Durable.FlushFolder(Path);
    }

    private static IReadOnlyList<PublishedVintage> VintagesIn(string folder) =>
        !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, "*" + Extension)
                .Select(file => PublishedVintage.TryParse(System.IO.Path.GetFileNameWithoutExtension(file), out var v) ? v : (PublishedVintage?)null)
                .OfType<PublishedVintage>()
                .OrderDescending()];

    private void Require(PublishedVintage vintage)
    {
        if (!File.Exists(FileOf(vintage)))
        {
            throw new PublishException($"No warehouse of vintage {vintage} is kept in {Path}. Kept: {string.Join(", ", Vintages())}.");
        }
    }

    private string WaitingOrThrow(PublishedVintage vintage) => File.Exists(WaitingFileOf(vintage))
        ? WaitingFileOf(vintage)
        : throw new PublishException($"No build {vintage} waits for approval. Waiting: {(Waiting().Count == 0 ? "none" : string.Join(", ", Waiting()))}.");
}
