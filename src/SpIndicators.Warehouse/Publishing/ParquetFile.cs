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
    public static void Write(string published, string sql, IReadOnlyDictionary<string, object?> bound, string to)
    {
        using var connection = DuckDbProvider.Open(new DuckDbOptions { MemoryLimit = "1GB", Threads = 2, TempDirectory = Path.GetDirectoryName(to) });
        connection.Execute($"attach {Literal(published)} as published (read_only); use published");
        connection.Execute($"copy ({sql}) to {Literal(to)} (format parquet, compression zstd)", bound);
    }

    // Names of files cannot be bound; these are ours.
    private static string Literal(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
