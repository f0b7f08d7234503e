using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

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
        connection.Execute("create table if not exists meta.kept_table(table_name varchar, fingerprint varchar)");
        kept = connection.Query<(string Name, string Fingerprint)>("select table_name, fingerprint from meta.kept_table")
            .ToDictionary(t => t.Name, t => t.Fingerprint);
        DropWhatIsNotKept();
    }

    public static string Fingerprint(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    /// <summary>Says that a table is wanted with this fingerprint; true when it must be made.</summary>
    public bool IsMissing(string table, string fingerprint)
    {
        wanted[table] = fingerprint;
        return !kept.TryGetValue(table, out var has) || has != fingerprint;
    }

    /// <summary>Forgets tables nobody wanted, and writes down those that hold.</summary>
    public void Record()
    {
        foreach (var gone in kept.Keys.Except(wanted.Keys))
        {
            connection.Execute($"drop table if exists clean.\"{gone}\"");
        }

        connection.Execute("delete from meta.kept_table");
        foreach (var (name, fingerprint) in wanted)
        {
            connection.Execute("insert into meta.kept_table values ($name, $fingerprint)", new { name, fingerprint });
        }
    }

    /// <summary>The file may come from another version of the models: nothing of it stays but the kept tables.</summary>
    private void DropWhatIsNotKept()
    {
        var found = connection.Query<(string Name, string Type)>(
            "select table_name, table_type from information_schema.tables where table_schema = 'clean' order by table_type desc");
        foreach (var (name, type) in found.Where(t => !kept.ContainsKey(t.Name)))
        {
            connection.Execute($"drop {(type == "VIEW" ? "view" : "table")} clean.\"{name}\"");
        }
    }
}
