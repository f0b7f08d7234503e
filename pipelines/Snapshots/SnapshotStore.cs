namespace SpIndicators.Pipelines.Snapshots;

/// <summary>The snapshots at hand: <c>data/snapshots/source/vintage/file</c> with a card beside each file.</summary>
public sealed class SnapshotStore(string folder, IReadOnlyDictionary<string, SourceCard> sources)
{
    internal const string CardEnding = ".snapshot.json";

    /// <summary>Those of one source, the newest last; none where there is no folder yet.</summary>
    public IReadOnlyList<Snapshot> Of(string sourceId) => Directory.Exists(Path.Combine(folder, sourceId))
        ? [.. Directory.EnumerateFiles(Path.Combine(folder, sourceId), "*" + CardEnding, SearchOption.AllDirectories).Select(Snapshot.Read).OrderBy(s => s.ReleasedOn).ThenBy(s => s.Vintage, StringComparer.Ordinal)]
        : [];

    /// <summary>What a build of <paramref name="home"/> is made of.</summary>
    /// <exception cref="SnapshotException">As of <see cref="All"/>.</exception>
    internal static IReadOnlyList<Snapshot> ToBuild(WarehouseHome home, FlowModels flow) =>
        [.. new SnapshotStore(home.Snapshots, flow.Sources).All().Where(s => !home.LeftOut.Contains(s.Sha256))];

    /// <summary>All snapshots, ordered by source and release.</summary>
    /// <exception cref="SnapshotException">A card is unreadable, or names a source nobody described.</exception>
    public IReadOnlyList<Snapshot> All()
    {
        if (!Directory.Exists(folder))
        {
            throw new SnapshotException($"There is no folder of snapshots at {folder}.");
        }

        var alone = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .FirstOrDefault(f => !f.EndsWith(CardEnding, StringComparison.Ordinal) && !File.Exists(f + CardEnding));
        if (alone is not null)
        {
            throw new SnapshotException($"{alone} has no card beside it ({Path.GetFileName(alone)}{CardEnding}); nobody knows what it is.");
        }

        var snapshots = Directory.EnumerateFiles(folder, "*" + CardEnding, SearchOption.AllDirectories)
            .Select(Snapshot.Read)
            .OrderBy(s => s.SourceId, StringComparer.Ordinal).ThenBy(s => s.ReleasedOn).ThenBy(s => s.Vintage, StringComparer.Ordinal)
            .ToList();
        foreach (var snapshot in snapshots.Where(s => !sources.ContainsKey(s.SourceId)))
        {
            throw new SnapshotException($"{snapshot.CardPath} is of the source '{snapshot.SourceId}', which has no card in pipelines/1_sources.");
        }

        if (snapshots.Count == 0)
        {
            throw new SnapshotException($"There is no snapshot below {folder}: nothing to build from.");
        }

        // The engine's table names do not tell capitals from small letters.
        var twice = snapshots.GroupBy(s => s.Label, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? snapshots
            : throw new SnapshotException($"There are {twice.Count()} snapshots of {twice.Key}: {string.Join(", ", twice.Select(s => s.CardPath))}.");
    }
}
