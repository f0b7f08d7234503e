using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SpIndicators.DuckDb;

/// <summary>One session. It works on one statement at a time; commands from several threads wait for each other.</summary>
internal sealed class DuckDbConnection(DuckDbOptions options) : DbConnection
{
    private readonly HashSet<DuckDbDataReader> readers = [];
    private SharedDatabase? database;
    private ConnectionHandle? handle;

    [AllowNull]
    public override string ConnectionString
    {
        get => $"Data Source={options.DataSource}";
        set => throw new NotSupportedException("A connection is described by DuckDbOptions and opened by DuckDbProvider.Open.");
    }

    public override string Database => "main";

    public override string DataSource => options.DataSource;

    public override string ServerVersion => Engine.Version;

    public override ConnectionState State => handle is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>Held while the session works: statements, and the fetching of a stream.</summary>
    internal Lock Working { get; } = new();

    /// <summary>What keeps other statements out until it is finished, in words; null if nothing does.</summary>
    internal string? OccupiedBy { get; set; }

    internal DuckDbTransaction? Transaction { get; set; }

    internal ConnectionHandle Handle => handle
        ?? throw new InvalidOperationException($"The connection to {options.DataSource} is closed.");

    public override void Open()
    {
        if (handle is not null)
        {
            throw new InvalidOperationException($"The connection to {options.DataSource} is already open.");
        }

        var rented = SharedDatabase.Rent(options);
        try
        {
            handle = rented.Connect();
            database = rented;
        }
        catch
        {
            rented.Dispose();
            throw;
        }
    }

    public override void Close()
    {
        if (Interlocked.Exchange(ref handle, null) is not { } closing)
        {
            return;
        }

        foreach (var reader in TakeReaders())
        {
            reader.Close();
        }

        Transaction?.Abandon();
        OccupiedBy = null;
        closing.Dispose();
        Interlocked.Exchange(ref database, null)?.Dispose();
    }

    public override void ChangeDatabase(string databaseName) =>
        throw new NotSupportedException("A connection stays with its file: open another one.");

    /// <summary>Stops what the session works on at this moment, if anything.</summary>
    internal void Interrupt()
    {
        if (handle is { } open)
        {
            NativeMethods.duckdb_interrupt(open);
        }
    }

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

    internal void Attach(DuckDbDataReader reader)
    {
        lock (readers)
        {
            readers.Add(reader);
        }
    }

    internal void Detach(DuckDbDataReader reader)
    {
        lock (readers)
        {
            readers.Remove(reader);
        }
    }

    protected override DbCommand CreateDbCommand() => new DuckDbCommand { Connection = this };

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => DuckDbTransaction.Begin(this, isolationLevel);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    private DuckDbDataReader[] TakeReaders()
    {
        lock (readers)
        {
            DuckDbDataReader[] taken = [.. readers];
            readers.Clear();
            return taken;
        }
    }
}
