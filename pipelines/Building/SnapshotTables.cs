using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// Each snapshot is read once into a table of its own, <c>clean."stg_source@vintage"</c>, marked with a fingerprint of
/// its bytes and of everything that reads them. A build that starts from the last published file keeps the tables whose
/// fingerprint still holds: this is the columnar cache, and deleting the published files rebuilds it.
/// </summary>
internal sealed class SnapshotTables(DbConnection connection, FlowModels flow, string referenceFingerprint)
{
    private const string KeyColumns = "series_code, ref_area, time_period, sex, age, breakdown";

    public static string TableOf(Snapshot s) => $"stg_{s.SourceId}@{s.Vintage}";

    /// <summary>Tables kept from the file the build started from, by name, with their fingerprints.</summary>
    public Dictionary<string, string> Kept() =>
        connection.Query<(string Name, string Fingerprint)>("select table_name, fingerprint from meta.snapshot_table")
            .ToDictionary(t => t.Name, t => t.Fingerprint);

    public string Fingerprint(Snapshot snapshot)
    {
        string[] parts =
        [
            DuckDbProvider.EngineVersion, referenceFingerprint, snapshot.Sha256,
            flow.Model($"raw.{snapshot.SourceId}").Sql, flow.Model($"clean.stg_{snapshot.SourceId}").Sql,
            flow.Model("clean.admit").Sql, flow.Model("clean.area_code").Sql,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }

    /// <summary>Reads one snapshot. Other snapshots may be read at the same time on other connections.</summary>
    /// <exception cref="SnapshotException">The file cannot be read, or has not the rows its card says.</exception>
    /// <exception cref="ModelException">A model is at fault, not the file.</exception>
    public ModelRun Read(DbConnection reader, Snapshot snapshot, TimeProvider time)
    {
        var started = time.GetTimestamp();
        reader.Execute("set variable snapshot_file = $file", new { file = snapshot.FilePath });
        VerifyRows(reader, snapshot);
        var rows = Create(reader, snapshot, "1");
        if (reader.ExecuteScalar<bool>($"""
            select count(*) > 0 from (
                select 1 from clean."{TableOf(snapshot)}" where reject_reason is null group by {KeyColumns} having count(*) > 1)
            """))
        {
            // Rare and slow: read again, counting how many lines claim each key, so that all of them are rejected.
            Create(reader, snapshot, $"count(*) over (partition by {KeyColumns})");
        }

        return new ModelRun(TableOf(snapshot), rows, time.GetElapsedTime(started));
    }

    /// <summary>Puts the tables of one source together again: <c>clean.stg_source</c>, with provenance.</summary>
    public void CreateView(string sourceId, IEnumerable<Snapshot> snapshots)
    {
        var branches = snapshots.Select(s => $"""
            select '{s.SourceId}' as source_id, '{s.Vintage}' as vintage, '{s.Sha256}' as snapshot_sha256,
                timestamp '{s.RetrievedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}' as retrieved_at, *
            from clean."{TableOf(s)}"
            """);
        connection.Execute($"create or replace view clean.stg_{sourceId} as\n{string.Join("\nunion all\n", branches)}");
    }

    /// <summary>Forgets tables of snapshots that are gone or have changed, and writes down those that hold.</summary>
    public void Record(IReadOnlyList<Snapshot> snapshots)
    {
        var wanted = snapshots.ToDictionary(TableOf, Fingerprint);
        foreach (var gone in Kept().Keys.Except(wanted.Keys))
        {
            connection.Execute($"drop table if exists clean.\"{gone}\"");
        }

        connection.Execute("delete from meta.snapshot_table");
        foreach (var (name, fingerprint) in wanted)
        {
            connection.Execute("insert into meta.snapshot_table values ($name, $fingerprint)", new { name, fingerprint });
        }
    }

    /// <summary>A long file has one row a line, counted when it is read; a wide one is counted here.</summary>
    private void VerifyRows(DbConnection reader, Snapshot snapshot)
    {
        if (flow.Sources[snapshot.SourceId].IsWide)
        {
            VerifyRows(snapshot, Guarded(snapshot, () => reader.ExecuteScalar<long>($"select count(*) from raw.{snapshot.SourceId}")));
        }
    }

    private long Create(DbConnection reader, Snapshot snapshot, string linesWithTheSameKey)
    {
        var stage = flow.Model($"clean.stg_{snapshot.SourceId}");
        var admit = flow.Model("clean.admit");
        var sql = $"""
            create or replace table clean."{TableOf(snapshot)}" as with staged_rows as (
            {stage.Sql}
            ), staged as (select *, {linesWithTheSameKey} as same_key from staged_rows) select * from (
            {admit.Sql}
            )
            """;
        var rows = Guarded(snapshot, () => reader.Execute(sql), stage, admit);
        if (!flow.Sources[snapshot.SourceId].IsWide)
        {
            VerifyRows(snapshot, rows);
        }

        return rows;
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
        catch (DbException failure) when (failure.Message.Contains("LINE ", StringComparison.Ordinal) && models.Length > 0)
        {
            throw ModelException.FromEngine(models, failure);
        }
        catch (DbException failure)
        {
            throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} cannot be read. {failure.Message.Split("\n\n")[0]}", failure);
        }
    }
}
