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
    private readonly Dictionary<string, string> kept;
    private readonly Dictionary<string, string> wanted = [];

    public KeptTables(DbConnection connection)
    {
        this.connection = connection;
        connection.Execute("create table if not exists meta.kept_table(relation varchar, fingerprint varchar)");
        kept = connection.Query<(string Relation, string Fingerprint)>("select relation, fingerprint from meta.kept_table")
            .ToDictionary(t => t.Relation, t => t.Fingerprint);
        DropWhatIsNotKept();
    }

    public static string Fingerprint(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    /// <summary>Says that a table (<c>schema.name</c>) is wanted with this fingerprint; true when it must be made.</summary>
    public bool IsMissing(string relation, string fingerprint)
    {
        wanted[relation] = fingerprint;
        return !kept.TryGetValue(relation, out var has) || has != fingerprint;
    }

    /// <summary>Forgets tables nobody wanted, and writes down those that hold. To be called when all wanted tables are made.</summary>
    public void Record()
    {
        foreach (var gone in kept.Keys.Except(wanted.Keys))
        {
            connection.Execute($"drop table if exists {Quoted(gone)}");
        }

        connection.Execute("delete from meta.kept_table");
        using var rows = DuckDbProvider.CreateAppender(connection, "meta", "kept_table");
        foreach (var (relation, fingerprint) in wanted)
        {
            rows.Add(relation).Add(fingerprint).EndRow();
        }

        rows.Complete();
    }

    /// <summary>The file may come from another version of the models: nothing of it stays but the kept tables.</summary>
    private void DropWhatIsNotKept()
    {
        var found = connection.Query<(string Relation, string Type)>("""
            select table_schema || '.' || table_name, table_type from information_schema.tables
            where table_schema in ('clean', 'indicators') order by table_type desc
            """);
        foreach (var (relation, type) in found.Where(t => !kept.ContainsKey(t.Relation)))
        {
            connection.Execute($"drop {(type == "VIEW" ? "view" : "table")} {Quoted(relation)}");
        }
    }

    /// <summary>A vintage may hold dots, a schema holds none.</summary>
    private static string Quoted(string relation) => string.Join('.', relation.Split('.', 2).Select(part => $"\"{part}\""));
}
