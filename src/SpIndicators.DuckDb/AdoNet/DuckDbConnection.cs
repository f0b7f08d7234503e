using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SpIndicators.DuckDb;

/// <summary>One session. It works on one statement at a time; commands from several threads wait for each other.</summary>
internal sealed class DuckDbConnection(DuckDbOptions options) : DbConnection
{
    private readonly HashSet<SessionReader> readers = [];
    private SharedDatabase? database;
    private IEngineSession? session;

    [AllowNull]
    public override string ConnectionString
    {
        get => $"Data Source={options.DataSource}";
        set => throw new NotSupportedException("A connection is described by DuckDbOptions and opened by DuckDbProvider.Open.");
    }

    public override string Database => "main";

    public override string DataSource => options.DataSource;

    public override string ServerVersion => Engine.Version;

    public override ConnectionState State => session is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>Held while the session works: statements, and the fetching of a stream.</summary>
    internal Lock Working { get; } = new();

    /// <summary>What keeps other statements out until it is finished, in words; null if nothing does.</summary>
    internal string? OccupiedBy { get; set; }

    /// <summary>The watch over the statement that is running, or has run last.</summary>
    internal ExecutionWatch? Running { get; set; }

    internal DuckDbTransaction? Transaction { get; set; }

    internal IEngineSession Session => session ?? throw Closed();

    public override void Open()
    {
        if (session is not null || database is not null)
        {
            throw new InvalidOperationException($"The connection to {options.DataSource} is already open, or one of its readers still is.");
        }

        var rented = SharedDatabase.Rent(options);
        try
        {
            session = rented.Connect();
            database = rented;
        }
        catch
        {
            rented.Dispose();
            throw;
        }
    }

    /// <summary>Stops what is still running; closes the readers, and rolls back an open transaction.</summary>
    public override void Close()
    {
        Running?.Cancel();
        lock (Working)
        {
            if (session is not { } closing)
            {
                return;
            }

            session = null;
            foreach (var reader in Readers())
            {
                reader.CloseWithConnection();
            }

            Transaction?.Abandon();
            OccupiedBy = null;
            closing.Dispose();
            ReturnDatabaseIfUnused();
        }
    }

    public override void ChangeDatabase(string databaseName) =>
        throw new NotSupportedException("A connection stays with its file: open another one.");

    internal void ThrowIfClosed() => _ = Session;

    internal void ThrowIfOccupied()
    {
        if (OccupiedBy is { } reason)
        {
            throw new InvalidOperationException($"The connection is occupied by {reason}: finish it first, or open a second connection.");
        }
    }

    internal void Execute(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal string[] ColumnsOf(string schema, string table)
    {
        using var command = CreateCommand();
        command.CommandText = $"select * from {SqlName.Quoted(schema)}.{SqlName.Quoted(table)} limit 0";
        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    internal void Attach(SessionReader reader)
    {
        lock (readers)
        {
            readers.Add(reader);
        }
    }

    internal void Detach(SessionReader reader)
    {
        lock (readers)
        {
            readers.Remove(reader);
        }

        ReturnDatabaseIfUnused();
    }

    protected override DbCommand CreateDbCommand() => new DuckDbCommand { Connection = this };

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => DuckDbTransaction.Begin(this, isolationLevel);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }
        else
        {
            // Forgotten, with all its readers: their native parts free themselves.
            database?.Dispose();
        }

        base.Dispose(disposing);
    }

    private InvalidOperationException Closed() => new($"The connection to {options.DataSource} is closed.");

    private SessionReader[] Readers()
    {
        lock (readers)
        {
            return [.. readers];
        }
    }

    // A reader that another thread still uses holds the file open: no second native database may be opened on it.
    private void ReturnDatabaseIfUnused()
    {
        lock (readers)
        {
            if (session is null && readers.Count == 0)
            {
                Interlocked.Exchange(ref database, null)?.Dispose();
            }
        }
    }
}
