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
        var connection = new DuckDbConnection(options);
        connection.Open();
        return connection;
    }

    /// <summary>True when the machine was at fault, not the statement or the data: no room on disk or in memory, a file that cannot be read or written.</summary>
    public static bool IsOfTheMachine(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DbException && MachineFaults.Any(kind => failure.Message.StartsWith(kind, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    // DuckDB names the kind first, and nowhere else.
    private static readonly string[] MachineFaults = ["IO Error", "Out of Memory Error", "INTERRUPT Error", "TransactionContext Error: Failed to commit: IO Error"];

    /// <summary>Rows for one table, fast. The connection must be one of <see cref="Open"/>.</summary>
    public static IBulkAppender CreateAppender(DbConnection connection, string schema, string table)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        return connection is DuckDbConnection own
            ? new BulkAppender(own, schema, table)
            : throw new ArgumentException($"Rows are appended on a connection of DuckDbProvider.Open, not on {connection.GetType().Name}.", nameof(connection));
    }
}
