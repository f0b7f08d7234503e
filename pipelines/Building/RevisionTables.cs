using System.Data.Common;
using Dapper;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// What changed between consecutive vintages of one source: a table a pair, <c>clean."revision_source@vintage"</c>, kept
/// while both snapshots are, and <c>clean.revision</c> over all of them.
/// </summary>
internal sealed class RevisionTables(DbConnection connection, FlowModels flow, SnapshotTables snapshots)
{
    private readonly SqlModel compare = flow.Model("clean.compare");

    /// <summary>Compares every pair that is not kept and puts all pairs together.</summary>
    public IReadOnlyList<ModelRun> Compare(IReadOnlyList<Snapshot> all, KeptTables tables, TimeProvider time)
    {
        var runs = new List<ModelRun>();
        var branches = new List<string> { Nothing };
        foreach (var (older, newer) in Pairs(all))
        {
            var table = $"revision_{newer.SourceId}@{newer.Vintage}";
            if (tables.IsMissing(table, KeptTables.Fingerprint(snapshots.Fingerprint(older), snapshots.Fingerprint(newer), compare.Sql)))
            {
                runs.Add(Compare(older, newer, table, time));
            }

            branches.Add($"""
                select '{newer.SourceId}', '{older.Vintage}', '{newer.Vintage}', * from clean."{table}"
                """);
        }

        connection.Execute($"create or replace view clean.revision as {string.Join(" union all ", branches)}");
        return runs;
    }

    /// <summary>Names and types of <c>clean.revision</c>, for a warehouse in which every source has one vintage.</summary>
    private const string Nothing = """
        select null::varchar as source_id, null::varchar as vintage_from, null::varchar as vintage_to,
            null::varchar as series_code, null::varchar as ref_area, null::smallint as time_period,
            null::varchar as sex, null::varchar as age, null::varchar as breakdown,
            null::double as value_from, null::double as value_to, null::varchar as change
        where false
        """;

    private static IEnumerable<(Snapshot Older, Snapshot Newer)> Pairs(IReadOnlyList<Snapshot> all) =>
        from source in all.GroupBy(s => s.SourceId)
        let vintages = source.OrderBy(s => s.ReleasedOn).ThenBy(s => s.Vintage, StringComparer.Ordinal).ToList()
        from pair in vintages.Zip(vintages.Skip(1))
        select pair;

    private ModelRun Compare(Snapshot older, Snapshot newer, string table, TimeProvider time)
    {
        var started = time.GetTimestamp();
        try
        {
            connection.Execute($"""
                create or replace table clean."{table}" as with {Side("older", older)}, {Side("newer", newer)} select * from (
                {compare.Sql}
                )
                """);
        }
        catch (DbException failure)
        {
            throw ModelException.FromEngine([compare], failure);
        }

        var rows = connection.ExecuteScalar<long>($"select count(*) from clean.\"{table}\"");
        return new ModelRun($"clean.{table}", rows, time.GetElapsedTime(started));
    }

    private static string Side(string name, Snapshot snapshot) =>
        $"{name} as (select {SnapshotTables.AsRead} from clean.\"{SnapshotTables.TableOf(snapshot)}\" where reject_reason is null)";
}
