using System.Data.Common;
using System.Text.Json;
using SpIndicators.DuckDb;

namespace SpIndicators.Benchmarks;

/// <summary>
/// What plain DuckDB needs for the same files through the same native library: every CSV read with its columns as text,
/// years and values cast, wide files unpivoted, everything written into one long table, one checkpoint. No checks, no
/// codes resolved, no provenance, no revisions: a limit, not a target.
/// </summary>
internal static class PlainDuckDb
{
    /// <param name="release">Null for every file, else the folder of one release under <c>snapshots</c>.</param>
    public static long Load(string home, string file, string? release = null)
    {
        File.Delete(file);
        using var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = file, PreserveInsertionOrder = false });
        Execute(connection, """
            create table observation(source varchar, vintage varchar, area varchar, series varchar, time_period integer,
                obs_value double, rest varchar[])
            """);
        var selects = Directory.EnumerateFiles(Path.Combine(home, "snapshots", release ?? ""), "*.snapshot.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(Select);
        Execute(connection, $"insert into observation {string.Join("\nunion all\n", selects)}");
        Execute(connection, "checkpoint");
        using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from observation";
        return (long)count.ExecuteScalar()!;
    }

    private static string Select(string cardPath)
    {
        using var card = JsonDocument.Parse(File.ReadAllText(cardPath));
        var (source, vintage) = (card.RootElement.GetProperty("source_id").GetString()!, card.RootElement.GetProperty("vintage").GetString()!);
        var file = Path.Combine(Path.GetDirectoryName(cardPath)!, card.RootElement.GetProperty("file_name").GetString()!);
        var layout = Layout.Of(source);
        var csv = $"read_csv('{file.Replace("'", "''", StringComparison.Ordinal)}', header = true, all_varchar = true)";
        var rest = $"[{string.Join(", ", layout.Rest.Select(c => $"\"{c}\""))}]::varchar[]";
        return layout.Values.Count == 1
            ? $"select '{source}', '{vintage}', \"{layout.Area}\", {(layout.Series is null ? "null" : $"\"{layout.Series}\"")}, try_cast(\"{layout.Time}\" as integer), try_cast(\"{layout.Values[0]}\" as double), {rest} from {csv}"
            : $"select '{source}', '{vintage}', \"{layout.Area}\", series, try_cast(\"{layout.Time}\" as integer), try_cast(obs_value as double), {rest} from (unpivot {csv} on {string.Join(", ", layout.Values.Select(v => $"\"{v}\""))} into name series value obs_value)";
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
