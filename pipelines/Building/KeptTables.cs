using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using SpIndicators.DuckDb;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// The columnar cache. A build starts from a copy of the last published file and keeps those tables whose fingerprint,
/// of all the bytes and all the SQL they are made of, still holds. Deleting the published files rebuilds everything.
/// </summary>
internal sealed class KeptTables
{
    private readonly DbConnection connection;
    private readonly IReadOnlyDictionary<string, string> wanted;
    private readonly HashSet<string> kept;

    /// <summary>
    /// Drops all tables and views but those wanted. The file may come from another version of the models: nothing of it
    /// stays but what is known to hold.
    /// </summary>
    /// <param name="wanted">Tables (<c>schema.name</c>) that this build will have, and the fingerprints they must have to be kept.</param>
    public KeptTables(DbConnection connection, IReadOnlyDictionary<string, string> wanted)
    {
        (this.connection, this.wanted) = (connection, wanted);
        connection.Execute("create table if not exists meta.kept_table(relation varchar, fingerprint varchar)");
        kept = connection.Query<(string Relation, string Fingerprint)>("select relation, fingerprint from meta.kept_table")
            .Where(t => wanted.GetValueOrDefault(t.Relation) == t.Fingerprint)
            .Select(t => t.Relation)
            .ToHashSet(StringComparer.Ordinal);
        DropWhatIsNotKept();
    }

    public static string Fingerprint(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    /// <summary>True when something of an earlier file is kept.</summary>
    public bool Any => kept.Count > 0;

    /// <summary>True when a wanted table must be made.</summary>
    public bool IsMissing(string relation) => !kept.Contains(relation);

    /// <summary>
    /// Writes down what the tables were made of; to be called when all of them are made. What the checks were asked of stays,
    /// until they are asked again.
    /// </summary>
    public void Record()
    {
        connection.Execute("delete from meta.kept_table where relation like 'clean.%' or relation like 'indicators.%'");
        using var rows = DuckDbProvider.CreateAppender(connection, "meta", "kept_table");
        foreach (var (relation, fingerprint) in wanted)
        {
            rows.Add(relation).Add(fingerprint).EndRow();
        }

        rows.Complete();
    }

    private void DropWhatIsNotKept()
    {
        var found = connection.Query<(string Relation, string Type)>("""
            select table_schema || '.' || table_name, table_type from information_schema.tables
            where table_schema in ('clean', 'indicators') order by table_type desc
            """);
        // One transaction: each commit would wait for the disk.
        using var transaction = connection.BeginTransaction();
        foreach (var (relation, type) in found.Where(t => !kept.Contains(t.Relation)))
        {
            connection.Execute($"drop {(type == "VIEW" ? "view" : "table")} {Quoted(relation)}");
        }

        transaction.Commit();
    }

    /// <summary>A vintage may hold dots, a schema holds none.</summary>
    private static string Quoted(string relation) => string.Join('.', relation.Split('.', 2).Select(part => $"\"{part}\""));
}
