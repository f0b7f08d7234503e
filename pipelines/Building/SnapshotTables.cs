using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// Each snapshot is read once into a table of its own, <c>clean."stg_source@vintage"</c>, and kept from build to build
/// while its fingerprint holds (<see cref="KeptTables"/>).
/// </summary>
/// <param name="unpackedIn">A folder for the plain text of the snapshots, each there while it is read.</param>
/// <param name="models">Fingerprints of what reads a snapshot: its raw and stg_ models and the code lists they use, and no others.</param>
internal sealed class SnapshotTables(FlowModels flow, string unpackedIn, ModelFingerprints models) : IDisposable
{
    private const string KeyColumns = "series_code, ref_area, time_period, sex, age, breakdown";
    private const string LinesWithTheSameKey = $"count(*) filter (where isfinite(obs_value) or obs_status = 'O') over (partition by {KeyColumns})";

    private readonly SqlModel count = flow.Model("clean.observation_count");
    private readonly ConcurrentDictionary<string, Task<UnpackedSnapshot>> unpacking = new(StringComparer.Ordinal);

    /// <summary>Where a snapshot's admitted rows are, in the schema <c>clean</c>.</summary>
    public static string TableOf(Snapshot s) => $"stg_{s.SourceId}@{s.Vintage}";

    /// <summary>Where its rejected rows are: mostly none.</summary>
    public static string RejectedOf(Snapshot s) => $"rejected_{s.SourceId}@{s.Vintage}";

    /// <summary>Where both are counted, in the schema <c>clean</c>.</summary>
    public static string CountOf(Snapshot s) => $"count_{s.SourceId}@{s.Vintage}";

    /// <summary>Of the snapshot's bytes and of all that reads them, the statements of this class included.</summary>
    public string Fingerprint(Snapshot snapshot)
    {
        string[] parts =
        [
            snapshot.Sha256, $"{snapshot.Rows} rows", models.Of(flow.Model($"clean.stg_{snapshot.SourceId}")),
            CreateStatement(snapshot, isRejected: false, LinesWithTheSameKey), CreateStatement(snapshot, isRejected: true, LinesWithTheSameKey), CountOfAWideFile(snapshot), count.Sql,
        ];
        return KeptTables.Fingerprint(parts);
    }

    /// <summary>Begins to unpack a snapshot that is to be read soon, and does not wait for it; for one snapshot, once.</summary>
    public void Unpack(Snapshot snapshot) => unpacking[snapshot.Label] = Task.Run(() => UnpackedSnapshot.Of(snapshot, unpackedIn));

    /// <summary>Reads one snapshot. Other snapshots may be read at the same time on other connections.</summary>
    /// <exception cref="SnapshotException">The file cannot be read, or has not the rows its card says.</exception>
    /// <exception cref="ModelException">A model is at fault, not the file.</exception>
    public ModelRun Read(DbConnection reader, Snapshot snapshot, TimeProvider time)
    {
        var started = time.GetTimestamp();
        using var text = unpacking.TryRemove(snapshot.Label, out var begun) ? begun.GetAwaiter().GetResult() : UnpackedSnapshot.Of(snapshot, unpackedIn);
        reader.Execute("set variable snapshot_file = $file", new { file = text.Path });
        var rows = ReadAndCount(reader, snapshot);
        return new ModelRun(TableOf(snapshot), rows, time.GetElapsedTime(started));
    }

    /// <summary>Waits for what was begun and never read, because something else failed, and deletes it.</summary>
    public void Dispose()
    {
        foreach (var begun in unpacking.Values)
        {
            begun.ContinueWith(
                static ended => (ended.IsCompletedSuccessfully ? ended.Result : null)?.Dispose(),
                CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
        }
    }

    private long ReadAndCount(DbConnection reader, Snapshot snapshot)
    {
        var isWide = flow.Sources[snapshot.SourceId].IsWide;
        var expected = isWide ? CountWideFile(reader, snapshot) : snapshot.Rows;
        Create(reader, snapshot, isRejected: false, "1");
        var (admitted, keys) = reader.QuerySingle<(long, long)>($"select count(*), count(distinct hash({KeyColumns})) from ({SelectAdmitted(snapshot)})");
        var rejected = 0L;
        if (admitted == expected && admitted == keys)
        {
            reader.Execute($"{CreateStatement(snapshot, isRejected: true, "1")} limit 0");
        }
        else
        {
            // Rare and slow, and exact where two hashes were the same by chance: read again, counting how many lines claim
            // each key, so that all of them are rejected. A line without a value claims nothing.
            var sameKey = admitted == keys ? "1" : LinesWithTheSameKey;
            admitted = admitted == keys ? admitted : Create(reader, snapshot, isRejected: false, sameKey);
            rejected = Create(reader, snapshot, isRejected: true, sameKey);
        }

        if (!isWide)
        {
            VerifyRows(snapshot, admitted + rejected);
        }

        Guarded(snapshot, () => reader.Execute($"""
            create or replace table clean."{CountOf(snapshot)}" as with staged as ({SelectAll(snapshot)}) select * from (
            {count.Sql}
            )
            """), count);
        return admitted + rejected;
    }

    /// <summary>Admitted rows of one snapshot, with the columns of all.</summary>
    public string SelectAdmitted(Snapshot s) => $"select {StagedColumns.Admitted(Staging(s))} from clean.\"{TableOf(s)}\"";

    /// <summary>The tables of one source together, with provenance; <c>is_newest</c> marks its last release.</summary>
    /// <param name="vintages">Of one source, in the order of their release; none for a source that was never fetched.</param>
    /// <param name="nothing">Any snapshot: its table lends names and types when there are no vintages.</param>
    /// <param name="withRejected">False for admitted rows only.</param>
    public string Select(string sourceId, IReadOnlyList<Snapshot> vintages, Snapshot nothing, bool withRejected)
    {
        var branches = vintages.Select(s => $"{Provenance(s, s == vintages[^1])} from ({(withRejected ? SelectAll(s) : SelectAdmitted(s))})");
        return vintages.Count > 0
            ? string.Join("\nunion all\n", branches)
            : $"{Provenance(nothing with { SourceId = sourceId, Sha256 = "", RetrievedAt = default, ReleasedOn = default }, isNewest: false)} from ({SelectAdmitted(nothing)}) where false";
    }

    /// <summary>The counts of some snapshots together.</summary>
    public static string SelectCounts(IEnumerable<Snapshot> snapshots) => string.Join("\nunion all\n", snapshots.Select(s =>
        $"select '{s.SourceId}' as source_id, '{s.Vintage}' as vintage, * from clean.\"{CountOf(s)}\""));

    private string SelectAll(Snapshot s) => $"{SelectAdmitted(s)} union all select {StagedColumns.Rejected} from clean.\"{RejectedOf(s)}\"";

    private SqlModel Staging(Snapshot s) => flow.Model($"clean.stg_{s.SourceId}");

    private static string Provenance(Snapshot s, bool isNewest) => $"""
        select '{s.SourceId}' as source_id, '{s.Vintage}' as vintage, '{s.Sha256}' as snapshot_sha256,
            timestamp '{s.RetrievedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}' as retrieved_at, date '{s.ReleasedOn:yyyy-MM-dd}' as released_on,
            {(isNewest ? "true" : "false")} as is_newest, *
        """;

    /// <summary>
    /// A long file has one row a line, counted when it is read. A wide one has one row a filled cell: its lines, those of
    /// them without any value, and its filled cells, which are returned, are counted here, for the check that nothing is lost.
    /// </summary>
    private long CountWideFile(DbConnection reader, Snapshot snapshot)
    {
        var (lines, empty, cells) = Guarded(snapshot, () => reader.QuerySingle<(long, long, long)>(CountOfAWideFile(snapshot)));
        VerifyRows(snapshot, lines);
        reader.Execute("delete from meta.wide_file where source_id = $SourceId and vintage = $Vintage", new { snapshot.SourceId, snapshot.Vintage });
        reader.Execute(
            "insert into meta.wide_file values ($SourceId, $Vintage, $lines, $empty, $cells)",
            new { snapshot.SourceId, snapshot.Vintage, lines, empty, cells });
        return cells;
    }

    private string CountOfAWideFile(Snapshot snapshot)
    {
        var cells = flow.Sources[snapshot.SourceId].ValueColumns.Select(column => $"\"{column}\"").ToList();
        return $"""
            select count(*), count(*) filter (where coalesce({string.Join(", ", cells)}) is null), {string.Join(" + ", cells.Select(cell => $"count({cell})"))}
            from raw.{snapshot.SourceId}
            """;
    }

    /// <summary>Each model's text is behind one line of other SQL, by which its errors are told.</summary>
    private string CreateStatement(Snapshot snapshot, bool isRejected, string linesWithTheSameKey) => $"""
        create or replace table clean."{(isRejected ? RejectedOf(snapshot) : TableOf(snapshot))}" as with staged_rows as (
        {Staging(snapshot).Sql}
        ), staged as (select *, {linesWithTheSameKey} as same_key from staged_rows) select {(isRejected ? "*" : StagedColumns.Stored(Staging(snapshot)))} from (
        {flow.Model("clean.admit").Sql}
        ) where reject_reason is {(isRejected ? "not null" : "null")}
        """;

    private long Create(DbConnection reader, Snapshot snapshot, bool isRejected, string linesWithTheSameKey)
    {
        var sql = CreateStatement(snapshot, isRejected, linesWithTheSameKey);
        Guarded(snapshot, () => reader.Execute(sql), Staging(snapshot), flow.Model("clean.admit"));
        return reader.ExecuteScalar<long>($"select count(*) from clean.\"{(isRejected ? RejectedOf(snapshot) : TableOf(snapshot))}\"");
    }

    private static void VerifyRows(Snapshot snapshot, long rows)
    {
        if (rows != snapshot.Rows)
        {
            throw new SnapshotException($"{snapshot.Label}: {rows} lines could be read from {snapshot.FilePath}; its card says {snapshot.Rows}.");
        }
    }

    private static T Guarded<T>(Snapshot snapshot, Func<T> read, params SqlModel[] models)
    {
        try
        {
            return read();
        }
        catch (DbException failure)
        {
            var isOfTheModel = failure.Message.Contains("LINE ", StringComparison.Ordinal) && models.Length > 0;
            throw SnapshotException.Unreadable(snapshot, isOfTheModel ? ModelException.FromEngine(models, failure) : failure);
        }
    }
}
