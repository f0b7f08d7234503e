using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SpIndicators.Operations.Storage;

/// <summary>What differs between SQLite and PostgreSQL; all else is one SQL text.</summary>
internal sealed record Engine(string Name, string ConnectionString, DbProviderFactory Factory, string Identity, string? OpenWith, string? LockAll)
{
    // Any number will do; it only must be nobody else's on that server.
    private const string AdvisoryLock = "select pg_advisory_xact_lock(131131131)";

    public static Engine Of(OperationsOptions options) => options.PostgreSql is { } server
        ? new("postgres", server, NpgsqlFactory.Instance, "bigint generated always as identity primary key", null, AdvisoryLock)
        : new("sqlite", Sqlite(options.SqliteFile), SqliteFactory.Instance, "integer primary key autoincrement", "pragma busy_timeout = 5000", null);

    /// <summary>A refusal that passes by itself: a lock held for a moment, a server that starts again, a disk somebody makes room on.</summary>
    public static bool IsPassing(Exception refusal) => refusal switch
    {
        // 5 busy, 6 locked, 10 read or write failed, 13 disk full, 14 cannot open.
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        NpgsqlException server => server.IsTransient,
        _ => false,
    };

    /// <summary>The refusal in words a person can act on.</summary>
    public static string InWords(Exception refusal) => refusal switch
    {
        SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "the disk is full",
        SqliteException { SqliteErrorCode: 5 or 6 } => "another program keeps the database locked",
        SqliteException { SqliteErrorCode: 14 } => "the file cannot be opened",
        NpgsqlException and not PostgresException => "the PostgreSQL server does not answer",
        _ => refusal.Message,
    };

    // Write-ahead log: pages read while a run is written down. The statement timeout is also how long a lock is waited for.
    private static string Sqlite(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();
}
