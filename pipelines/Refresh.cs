using System.Data.Common;
using Dapper;
using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Building;
using SpIndicators.Pipelines.Checking;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines;

/// <summary>snapshots → build → check → publish. Whatever fails, readers keep what was published last.</summary>
public sealed class Refresh(FlowModels flow, WarehouseHome home, TimeProvider time)
{
    private readonly WarehouseFolder folder = home.Warehouse;

    /// <summary>Brings the published warehouse up to date with the snapshots at hand.</summary>
    /// <param name="force">Rebuild from the first byte, even when nothing has changed.</param>
    /// <param name="hold">Asked of the finished file and the checks that warn whether it is to wait for approval; null: never.</param>
    /// <exception cref="Snapshots.SnapshotException">A snapshot is not what its card says.</exception>
    /// <exception cref="Warehouse.Models.ModelException">A model is at fault.</exception>
    /// <exception cref="CheckFailedException">The result is not fit to publish.</exception>
    /// <exception cref="PublishException">Another refresh is running.</exception>
    public RefreshResult Run(
        bool force, IProgress<FlowProgress>? progress, CancellationToken cancellation, Func<string, IReadOnlyList<CheckResult>, bool>? hold = null)
    {
        var started = time.GetTimestamp();
        using var only = BuildLock.Take(folder);
        RemoveLeftovers();
        using var order = new ModelOrder(flow);
        // Cards and lists are read while DuckDB opens what is published.
        var inputs = Task.Run(() => InputFingerprint.Of(flow, home), cancellation);
        var current = folder.Current();
        var file = Path.Combine(folder.Path, $"{Guid.NewGuid():N}{BuildingSuffix}");
        using var copy = force || current is null ? null : new WorkingCopy(folder.FileOf(current.Value), file, BuildOptions.Of(folder, file));
        var last = copy is null ? null : Recorded(copy) ?? Recorded(folder.FileOf(current!.Value));
        var fingerprint = inputs.GetAwaiter().GetResult();
        if (!force && last is { } built && built.Fingerprint == fingerprint)
        {
            VerifyBytes();
            return new RefreshResult(current!.Value, RefreshOutcome.Unchanged, built.Observations, built.Rejected, 0, [], time.GetElapsedTime(started));
        }

        // What waits for approval is not built again because somebody asks again.
        if (!force && folder.Waiting() is [var waiting, ..] && IsNewest(waiting) && Recorded(folder.WaitingFileOf(waiting)) is { } held && held.Fingerprint == fingerprint)
        {
            VerifyBytes();
            return new RefreshResult(waiting, RefreshOutcome.Held, held.Observations, held.Rejected, 0, [], time.GetElapsedTime(started));
        }

        if (last is null)
        {
            copy?.Dispose();
        }

        try
        {
            var (published, warnings, made) = BuildAndCheck(file, fingerprint, last is null ? null : copy, order, progress, cancellation);
            var waits = hold?.Invoke(file, warnings) ?? false;
            if (waits)
            {
                folder.Hold(file, published);
            }
            else
            {
                new Publisher(flow, folder, time).Move(file, published, progress);
            }

            var checks = flow.Models.Count(m => m.Schema == "checks") - warnings.Count;
            return new RefreshResult(published, waits ? RefreshOutcome.Held : RefreshOutcome.Published, made.Observations, made.Rejected, checks, warnings, time.GetElapsedTime(started));
        }
        finally
        {
            RemoveLeftovers();
        }
    }

    /// <summary>What is older than a published vintage cannot be approved any more: it waits for nothing.</summary>
    private bool IsNewest(PublishedVintage waiting) => folder.Vintages() is not [var newest, ..] || newest < waiting;

    /// <summary>True when what is published was made of the snapshots, code lists and models at hand.</summary>
    /// <exception cref="Snapshots.SnapshotException">A snapshot at hand is not what its card says.</exception>
    public bool IsUpToDate()
    {
        VerifyBytes();
        return folder.Current() is { } vintage && Recorded(folder.FileOf(vintage))?.Fingerprint == InputFingerprint.Of(flow, home);
    }

    /// <summary>The fingerprint is of cards; that the files are still what the cards say is seen by looking.</summary>
    private void VerifyBytes()
    {
        foreach (var snapshot in SnapshotStore.ToBuild(home, flow))
        {
            SnapshotVerification.Verify(snapshot, flow.Sources[snapshot.SourceId]);
        }
    }

    private (PublishedVintage Vintage, IReadOnlyList<CheckResult> Warnings, (string Fingerprint, long Observations, long Rejected) Made) BuildAndCheck(
        string file, string fingerprint, WorkingCopy? copy, ModelOrder order, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        // Opened while the builder looks at the snapshots.
        var opening = copy?.Take() ?? Task.Run(() => DuckDbProvider.Open(BuildOptions.Of(folder, file)), CancellationToken.None);
        try
        {
            Build(file, opening, order, fingerprint, progress, cancellation);
            var (vintage, warnings) = new Publisher(flow, folder, time).Check(file, progress, keepsAnswers: true);
            return (vintage, warnings, Recorded(opening.Result));
        }
        finally
        {
            // Held open from the first table to the last check: closing writes the file and opening reads it once more.
            opening.GetAwaiter().GetResult().Dispose();
        }
    }

    /// <summary>Builds into <paramref name="file"/>, which may hold an earlier build, and publishes nothing.</summary>
    public void Build(string file, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        using var order = new ModelOrder(flow);
        using var held = DuckDbProvider.Open(BuildOptions.Of(folder, file));
        Build(file, Task.FromResult(held), order, InputFingerprint.Of(flow, home), progress, cancellation);
        // There is no log: what could not be written to the file is to be told here, not lost when it closes.
        held.Execute("checkpoint;");
    }

    private void Build(string file, Task<DbConnection> opening, ModelOrder order, string fingerprint, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        new WarehouseBuilder(flow, home, time).Build(
            file, opening, order, progress, connection => BuildRecord.Write(connection, fingerprint, time.GetUtcNow(), time.GetElapsedTime(started)), cancellation);
    }

    private const string BuildingSuffix = ".building";

    /// <summary>What a refresh that was killed has left behind. The build lock is held, so nobody is writing it.</summary>
    private void RemoveLeftovers()
    {
        foreach (var leftover in Directory.EnumerateFiles(folder.Path, $"*{BuildingSuffix}*"))
        {
            File.Delete(leftover);
        }

        var spill = BuildOptions.SpillIn(folder);
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    /// <summary>What the published file says of itself, asked of its copy; null where that could not be made or read.</summary>
    private static (string Fingerprint, long Observations, long Rejected)? Recorded(WorkingCopy copy)
    {
        try
        {
            return Recorded(copy.Look());
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            return null;
        }
    }

    /// <summary>What a finished file says of itself; null when it cannot be read and is to be made anew.</summary>
    private static (string Fingerprint, long Observations, long Rejected)? Recorded(string file)
    {
        try
        {
            using var connection = DuckDbProvider.Open(DuckDbOptions.ToRead(file));
            return Recorded(connection);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private static (string Fingerprint, long Observations, long Rejected) Recorded(DbConnection connection) =>
        connection.QuerySingle<(string, long, long)>("select input_fingerprint, observation_rows, rejected_rows from meta.build");
}
