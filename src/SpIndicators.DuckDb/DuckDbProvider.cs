using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>
/// The one door to DuckDB. Everything behind it is <see cref="System.Data.Common"/>, so that the client underneath
/// can be exchanged (build/README.md) without touching a query.
/// </summary>
public static class DuckDbProvider
{
    /// <summary>The client compiled in: "SpIndicators.DuckDb" or "DuckDB.NET.Data.Full".</summary>
    public static string Name => Engine.Name;

    /// <summary>DuckDB's own version, for instance "v1.5.5".</summary>
    public static string EngineVersion => Engine.Version;

    /// <summary>
    /// An open connection. Commands have no time limit unless <see cref="DbCommand.CommandTimeout"/> is set (seconds);
    /// <see cref="System.Data.CommandBehavior.SequentialAccess"/> streams instead of holding the whole result.
    /// </summary>
    public static DbConnection Open(DuckDbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Engine.Open(options);
    }

    /// <summary>Rows for one table, fast. The connection must be one of <see cref="Open"/>.</summary>
    public static IBulkAppender CreateAppender(DbConnection connection, string schema, string table)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        return Engine.CreateAppender(connection, schema, table);
    }
}
