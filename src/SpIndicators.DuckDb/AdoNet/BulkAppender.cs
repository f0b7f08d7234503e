namespace SpIndicators.DuckDb;

/// <summary>
/// Rows into one table, all or nothing. DuckDB's own appender writes its batches as they fill, and the rest when it is
/// freed; so it works inside a transaction: the caller's, or else one of its own.
/// </summary>
internal sealed class BulkAppender : IBulkAppender
{
    private const string AppenderIsOpen = "a bulk appender";

    private readonly DuckDbConnection connection;
    private readonly string table;
    private readonly string[] columns;
    private readonly DuckDbTransaction? own;
    private readonly ITableWriter writer;
    private int next;
    private bool completed;
    private bool disposed;

    public BulkAppender(DuckDbConnection connection, string schema, string table)
    {
        this.connection = connection;
        this.table = $"{schema}.{table}";
        columns = connection.ColumnsOf(schema, table);
        own = connection.Transaction is null ? connection.BeginTransaction() as DuckDbTransaction : null;
        try
        {
            writer = connection.Session.Append(schema, table, [.. columns.Select(column => $"{this.table}.{column}")]);
        }
        catch
        {
            own?.Dispose();
            throw;
        }

        // Another statement would unknowingly share the appender's own transaction and its fate.
        if (own is not null)
        {
            connection.OccupiedBy = AppenderIsOpen;
        }
    }

    public IBulkAppender Add(string? value)
    {
        if (value is not null)
        {
            writer.Write(Column(), value);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender Add(long? value)
    {
        if (value is { } known)
        {
            writer.Write(Column(), known);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender Add(double? value)
    {
        if (value is { } known)
        {
            writer.Write(Column(), known);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender Add(decimal? value)
    {
        if (value is { } known)
        {
            writer.Write(Column(), known);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender Add(bool? value)
    {
        if (value is { } known)
        {
            writer.Write(Column(), known);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender Add(DateOnly? value)
    {
        if (value is { } known)
        {
            writer.Write(Column(), known);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender Add(DateTime? value)
    {
        if (value is { } known)
        {
            writer.Write(Column(), known);
            return this;
        }

        return AddNull();
    }

    public IBulkAppender AddNull()
    {
        writer.WriteNull(Column());
        return this;
    }

    public void EndRow()
    {
        ThrowIfOver();
        if (next != columns.Length)
        {
            throw new InvalidOperationException(
                $"A row of {table} has {columns.Length} values; {next} were given, the next would be {columns[next]}.");
        }

        writer.EndRow();
        next = 0;
    }

    public void Complete()
    {
        ThrowIfOver();
        if (next != 0)
        {
            throw new InvalidOperationException($"The last row of {table} was not ended: {next} of {columns.Length} values were given.");
        }

        connection.ThrowIfClosed();
        writer.Flush();
        completed = true;
        Release();
        own?.Commit();
    }

    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!completed)
        {
            Release();
            connection.Transaction?.Doom($"an append to {table} was given up half way");
        }

        own?.Dispose();
    }

    private int Column()
    {
        ThrowIfOver();
        return next < columns.Length
            ? next++
            : throw new InvalidOperationException($"A row of {table} has {columns.Length} values; one more was given.");
    }

    private void Release()
    {
        writer.Dispose();
        if (own is not null)
        {
            connection.OccupiedBy = null;
        }
    }

    private void ThrowIfOver()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (completed)
        {
            throw new InvalidOperationException($"The append to {table} is already complete.");
        }
    }
}
