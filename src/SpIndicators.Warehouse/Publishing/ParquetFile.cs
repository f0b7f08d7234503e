using Dapper;
using SpIndicators.DuckDb;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// Parquet, written by DuckDB. Sessions of readers can reach no file, so the published one is attached, for reading, to a
/// database in memory that writes one file and is gone.
/// </summary>
public static class ParquetFile
{
    /// <param name="published">The file to read.</param>
    /// <param name="sql">A query of ours on it; its values are bound.</param>
    /// <param name="to">The file to write.</param>
    /// <param name="about">Pairs that the file says of itself; the keys are ours.</param>
    public static void Write(string published, string sql, IReadOnlyDictionary<string, object?> bound, string to, IReadOnlyDictionary<string, string>? about = null)
    {
        using var connection = DuckDbProvider.Open(new DuckDbOptions { MemoryLimit = "1GB", Threads = 2, TempDirectory = Path.GetDirectoryName(to) });
        connection.Execute($"attach {Literal(published)} as published (read_only); use published");
        connection.Execute($"copy ({sql}) to {Literal(to)} (format parquet, compression zstd{(about is null ? "" : $", kv_metadata {{{string.Join(", ", about.Select(pair => $"{pair.Key}: {Literal(pair.Value)}"))}}}")})", bound);
    }

    // What stands in the options of a copy cannot be bound.
    private static string Literal(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
