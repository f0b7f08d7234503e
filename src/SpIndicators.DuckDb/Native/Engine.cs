using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>This project's own client over DuckDB's C API.</summary>
internal static class Engine
{
    public static string Name => "SpIndicators.DuckDb";

    public static string Version => Utf8.Read(NativeMethods.duckdb_library_version());

    public static DbConnection Open(DuckDbOptions options)
    {
        var connection = new DuckDbConnection(options);
        connection.Open();
        return connection;
    }

    public static IBulkAppender CreateAppender(DbConnection connection, string schema, string table) =>
        connection is DuckDbConnection own
            ? new ChunkAppender(own, schema, table)
            : throw new ArgumentException($"Rows can be appended on a connection of DuckDbProvider.Open, not on {connection.GetType().Name}.", nameof(connection));
}
