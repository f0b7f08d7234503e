using System.Data.Common;
using SpIndicators.Core.Operations;
using SpIndicators.Core.Provenance;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Running;

/// <summary>What staff may do with builds that are published or wait.</summary>
internal sealed class VintageActions(WarehouseHome home, FlowModels flow, IRunJournal journal, TimeProvider time) : IVintageActions
{
    private readonly WarehouseFolder folder = home.Warehouse;

    public IReadOnlyList<VintageStatus> List()
    {
        var current = folder.Current();
        return
        [
            .. folder.Waiting().Select(v => Status(v, folder.WaitingFileOf(v), isCurrent: false, isHeld: true))
                .Concat(folder.Vintages().Select(v => Status(v, folder.FileOf(v), v == current, isHeld: false)))
                .OfType<VintageStatus>()
                .OrderByDescending(v => Parse(v.Vintage)),
        ];
    }

    public async Task Approve(string runId, string who, CancellationToken cancellation)
    {
        var vintage = await HeldBy(runId, cancellation);
        using (BuildLock.Take(folder))
        {
            if (folder.Vintages().FirstOrDefault(v => v > vintage) is var newer && newer > vintage)
            {
                throw new PublishException($"{vintage} cannot be approved any more: {newer} was published since, and {vintage} has not what came with it. Run a refresh and approve the build it makes.");
            }

            folder.Release(vintage);
        }

        // Readers see it: that is written down whoever leaves the page.
        await journal.Settle(runId, RunState.Published, $"Approved by {who}.", CancellationToken.None);
    }

    public async Task Reject(string runId, string who, string reason, CancellationToken cancellation)
    {
        var vintage = await HeldBy(runId, cancellation);
        using (BuildLock.Take(folder))
        {
            // What this build had and no published vintage has is not to come back with the next one; what landed since is no part of it.
            var turnedDown = VintageComparison.Releases(folder.WaitingFileOf(vintage)).Except(folder.Vintages().SelectMany(v => VintageComparison.KnownReleases(folder.FileOf(v)))).ToHashSet(StringComparer.Ordinal);
            folder.Discard(vintage);
            var aside = new SetAside(home, time);
            foreach (var snapshot in new SnapshotStore(home.Snapshots, flow.Sources).All().Where(s => turnedDown.Contains(s.Sha256)))
            {
                aside.Move(snapshot, $"Turned down by {who}: {reason}");
            }
        }

        await journal.Settle(runId, RunState.Rejected, $"Turned down by {who}: {reason}", CancellationToken.None);
    }

    public Task RollBack(string vintage, string who, CancellationToken cancellation)
    {
        RollBack(folder, Parse(vintage), time);
        return Task.CompletedTask;
    }

    /// <summary>Points readers at an earlier vintage, once it is sure that it opens.</summary>
    /// <exception cref="PublishException">It is not kept, does not open, or another process is building.</exception>
    public static void RollBack(WarehouseFolder folder, PublishedVintage target, TimeProvider time)
    {
        using var only = BuildLock.Take(folder);
        using (var warehouse = new PublishedWarehouse(folder, time))
        using (warehouse.TryOpen(target) ?? throw new PublishException(warehouse.WhyNot(target)))
        {
        }

        folder.RollBack(target);
    }

    public Task<IReadOnlyList<RevisionRow>> Difference(string vintage, string before, string? refArea, int take, CancellationToken cancellation) =>
        Compared(vintage, before, () => VintageComparison.Rows(FileOf(vintage), FileOf(before), refArea, take), cancellation);

    public Task<IReadOnlyList<CountryDifference>> DifferenceByCountry(string vintage, string before, CancellationToken cancellation) =>
        Compared(vintage, before, () => VintageComparison.Countries(FileOf(vintage), FileOf(before)), cancellation);

    private static Task<T> Compared<T>(string vintage, string before, Func<T> compare, CancellationToken cancellation) => Task.Run(
        () =>
        {
            try
            {
                return compare();
            }
            catch (DbException unreadable)
            {
                throw new PublishException($"{vintage} and {before} cannot be compared: {unreadable.Message.Split('\n')[0]}", unreadable);
            }
        },
        cancellation);

    private async Task<PublishedVintage> HeldBy(string runId, CancellationToken cancellation)
    {
        var details = await journal.Find(runId, cancellation) ?? throw new InvalidOperationException($"There is no run {runId}.");
        return details.Run is { State: RunState.Held, Vintage: { } vintage }
            ? Parse(vintage)
            : throw new InvalidOperationException($"The run {runId} does not wait for approval: it is {details.Run.State.ToString().ToLowerInvariant()}.");
    }

    private string FileOf(string vintage)
    {
        var parsed = Parse(vintage);
        return File.Exists(folder.WaitingFileOf(parsed)) ? folder.WaitingFileOf(parsed)
            : File.Exists(folder.FileOf(parsed)) ? folder.FileOf(parsed)
            : throw new PublishException($"No warehouse of vintage {vintage} is kept.");
    }

    private static VintageStatus? Status(PublishedVintage vintage, string path, bool isCurrent, bool isHeld)
    {
        var file = new FileInfo(path);
        // Pruned since it was listed.
        return file.Exists ? new(vintage.ToString(), file.LastWriteTimeUtc, file.Length, isCurrent, isHeld) : null;
    }

    private static PublishedVintage Parse(string vintage) =>
        PublishedVintage.TryParse(vintage, out var parsed) ? parsed : throw new PublishException($"'{vintage}' is not a vintage.");
}
