using System.Data.Common;
using Dapper;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// What changed between consecutive vintages of one source: a table a pair, <c>clean."revision_source@vintage"</c>, kept
/// while both snapshots are.
/// </summary>
internal sealed class RevisionTables(FlowModels flow, SnapshotTables snapshots)
{
    private readonly SqlModel compare = flow.Model("clean.compare");

    /// <summary>The tables of all pairs, with what each is made of.</summary>
    public IEnumerable<(string Relation, string Fingerprint)> Fingerprints(IReadOnlyList<Snapshot> all) =>
        PairsOf(all).Select(pair => (
            RelationOf(pair.Newer), KeptTables.Fingerprint(snapshots.Fingerprint(pair.Older), snapshots.Fingerprint(pair.Newer), compare.Sql)));

    /// <summary>Compares every pair that is not kept.</summary>
    public IReadOnlyList<ModelRun> Compare(DbConnection connection, IReadOnlyList<Snapshot> all, KeptTables tables, TimeProvider time) =>
        [.. PairsOf(all).Where(pair => tables.IsMissing(RelationOf(pair.Newer))).Select(pair => Compare(connection, pair.Older, pair.Newer, TableOf(pair.Newer), time))];

    /// <summary>The revisions of one source together.</summary>
    public static string Select(IReadOnlyList<Snapshot> vintages) =>
        string.Join("\nunion all\n", Pairs(vintages).Select(pair => $"""
            select '{pair.Newer.SourceId}' as source_id, '{pair.Older.Vintage}' as vintage_from, '{pair.Newer.Vintage}' as vintage_to,
                date '{pair.Older.ReleasedOn:yyyy-MM-dd}' as released_from, *
            from clean."{TableOf(pair.Newer)}"
            """).DefaultIfEmpty(Nothing));

    /// <summary>Names and types, for a source of one vintage.</summary>
    private const string Nothing = """
        select null::varchar as source_id, null::varchar as vintage_from, null::varchar as vintage_to, null::date as released_from,
            null::varchar as series_code, null::varchar as ref_area, null::smallint as time_period,
            null::varchar as sex, null::varchar as age, null::varchar as breakdown,
            null::double as value_from, null::double as value_to, null::varchar as change
        where false
        """;

    private static string RelationOf(Snapshot newer) => $"clean.{TableOf(newer)}";

    private static string TableOf(Snapshot newer) => $"revision_{newer.SourceId}@{newer.Vintage}";

    private static IEnumerable<(Snapshot Older, Snapshot Newer)> PairsOf(IReadOnlyList<Snapshot> all) =>
        all.GroupBy(s => s.SourceId).SelectMany(source => Pairs([.. source]));

    private static IEnumerable<(Snapshot Older, Snapshot Newer)> Pairs(IReadOnlyList<Snapshot> vintages) => vintages.Zip(vintages.Skip(1));

    private ModelRun Compare(DbConnection connection, Snapshot older, Snapshot newer, string table, TimeProvider time)
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

    private string Side(string name, Snapshot snapshot) => $"{name} as ({snapshots.SelectAdmitted(snapshot)})";
}
