using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SpIndicators.DuckDb;

/// <summary>SQL text, one or several statements: all are run, the rows are those of the last.</summary>
internal sealed class DuckDbCommand : DbCommand
{
    private string text = "";
    private int timeout;
    private DuckDbConnection? connection;
    private volatile ExecutionWatch? latest;

    [AllowNull]
    public override string CommandText
    {
        get => text;
        set => text = value ?? "";
    }

    /// <summary>Seconds that DuckDB may work on this command, fetching included; 0 is no limit.</summary>
    public override int CommandTimeout
    {
        get => timeout;
        set => timeout = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A time limit is 0 (none) or more seconds.");
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => _ = value == CommandType.Text ? value : throw new NotSupportedException("DuckDB knows SQL text only.");
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => connection = (DuckDbConnection?)value;
    }

    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection { get; } = new DuckDbParameterCollection();

    /// <summary>Does nothing: a statement may depend on the one before it, so each is prepared when its turn comes.</summary>
    public override void Prepare()
    {
    }

    /// <summary>Stops the command from another thread; it ends with an <see cref="OperationCanceledException"/>.</summary>
    public override void Cancel() => latest?.Cancel();

    public override int ExecuteNonQuery() => ExecuteNonQuery(CancellationToken.None);

    public override object? ExecuteScalar() => ExecuteScalar(CancellationToken.None);

    // DuckDB works inside the process: without another thread, "async" would hold the caller's.
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Task.Run(() => ExecuteNonQuery(cancellationToken), cancellationToken);

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        Task.Run(() => ExecuteScalar(cancellationToken), cancellationToken);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        Task.Run<DbDataReader>(() => Execute(behavior, cancellationToken), cancellationToken);

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Execute(behavior, CancellationToken.None);

    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    private int ExecuteNonQuery(CancellationToken token)
    {
        using var reader = Execute(CommandBehavior.Default, token, rowsWanted: false);
        return reader.RecordsAffected;
    }

    private object? ExecuteScalar(CancellationToken token)
    {
        using var reader = Execute(CommandBehavior.Default, token);
        return reader.Read() ? reader.GetValue(0) : null;
    }

    private SessionReader Execute(CommandBehavior behavior, CancellationToken token, bool rowsWanted = true)
    {
        if (behavior.HasFlag(CommandBehavior.SchemaOnly))
        {
            throw new NotSupportedException("Ask DuckDB for a schema with: describe <query>.");
        }

        var open = connection ?? throw new InvalidOperationException("The command has no connection.");
        var watch = latest = new(open.Session.Interrupt, timeout, token);
        lock (open.Working)
        {
            open.ThrowIfOccupied();
            open.Running = watch;
            var reader = open.Session.Run(new(open, text, Parameters, behavior, watch, rowsWanted));
            open.Attach(reader);
            return reader;
        }
    }
}
