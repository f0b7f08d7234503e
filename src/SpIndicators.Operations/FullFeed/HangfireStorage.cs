using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Storage.SQLite;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.FullFeed;

/// <summary>Where Hangfire keeps its jobs: in the PostgreSQL of the runs, in a schema of its own, or in a SQLite file beside theirs.</summary>
internal static class HangfireStorage
{
    /// <param name="configured">Only asked for: how jobs are written down is settled before the first is.</param>
    public static JobStorage Open(OperationsOptions options, IGlobalConfiguration configured)
    {
        ArgumentNullException.ThrowIfNull(configured);
        return options.PostgreSql is { } server ? PostgreSql(server, options) : Sqlite(options);
    }

    private static PostgreSqlStorage PostgreSql(string server, OperationsOptions options)
    {
        var rules = new PostgreSqlStorageOptions
        {
            QueuePollInterval = options.Look,
            InvisibilityTimeout = options.Silence,
            UseSlidingInvisibilityTimeout = true,
            PrepareSchemaIfNecessary = false, // HangfireTables does.
        };
        return new(new NpgsqlConnectionFactory(server, rules), rules);
    }

    private static SQLiteStorage Sqlite(OperationsOptions options)
    {
        Directory.CreateDirectory(options.Home);
        var file = Path.Combine(options.Home, "hangfire.db");
        var storage = new SQLiteStorage(file, new SQLiteStorageOptions { QueuePollInterval = options.Look, InvisibilityTimeout = options.Silence });
        OperationsStore.KeepFromOthers(file);
        return storage;
    }
}
