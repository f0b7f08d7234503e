using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Running;

/// <summary>
/// Snapshots that were fetched or uploaded and no published vintage has: the next run takes them in, whoever asked for it. So an
/// upload is built, a run that was cut off after its fetch is made good, and neither passes by the policy of its source or stops
/// another. What lies here by other ways, as the embedded releases do, is not touched.
/// </summary>
internal sealed class UnpublishedSnapshots(WarehouseHome home, FlowModels flow)
{
    /// <summary>
    /// For builds outside a run: the same folder without what is a run's to publish. All of it, when nothing is published or what
    /// is published cannot be read: then nobody can say what readers have seen.
    /// </summary>
    public WarehouseHome LeaveOut() =>
        home.Warehouse.Current() is { } current && VintageComparison.KnownReleases(home.Warehouse.FileOf(current)).Count > 0
            ? home with { LeftOut = Of().Select(snapshot => snapshot.Sha256).ToHashSet(StringComparer.Ordinal) }
            : home;

    public IReadOnlyList<Snapshot> Of()
    {
        var store = new SnapshotStore(home.Snapshots, flow.Sources);
        var unseen = flow.Sources.Keys.SelectMany(store.Of).Where(snapshot => snapshot.ContentSha256 is not null).ToList();
        var folder = home.Warehouse;
        // What readers were taken back from was published too: it does not come again by itself.
        foreach (var vintage in folder.Vintages().OrderByDescending(v => v == folder.Current()))
        {
            if (unseen.Count == 0)
            {
                break;
            }

            var published = VintageComparison.KnownReleases(folder.FileOf(vintage));
            unseen.RemoveAll(snapshot => published.Contains(snapshot.Sha256));
        }

        return unseen;
    }
}
