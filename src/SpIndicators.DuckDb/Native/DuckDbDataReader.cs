using System.Collections;
using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>Rows of one result, chunk by chunk. The values are read in DuckDbDataReader.Values.cs.</summary>
internal sealed partial class DuckDbDataReader : DbDataReader
{
    private const string StreamIsOpen = "a result that is being streamed (CommandBehavior.SequentialAccess)";

    private readonly DuckDbConnection connection;
    private readonly ResultHandle result;
    private readonly ExecutionWatch watch;
    private readonly CommandBehavior behavior;
    private readonly ColumnReader[] columns;
    private ChunkHandle? chunk;
    private long row = -1;
    private long rowsInChunk;

    /// <summary>Called while the session works.</summary>
    internal DuckDbDataReader(DuckDbConnection connection, ResultHandle result, ExecutionWatch watch, CommandBehavior behavior, int recordsAffected)
    {
        (this.connection, this.result, this.watch, this.behavior) = (connection, result, watch, behavior);
        RecordsAffected = recordsAffected;
        columns = result.HasRows ? ColumnReaders.Of(result) : [];
        HasRows = columns.Length > 0 && Fetch();
        if (IsStream && chunk is not null)
        {
            connection.OccupiedBy = StreamIsOpen;
        }

        connection.Attach(this);
    }

    public override int FieldCount => columns.Length;

    public override bool HasRows { get; }

    /// <summary>Rows inserted, updated or deleted by the command; -1 if it had no such statement.</summary>
    public override int RecordsAffected { get; }

    public override bool IsClosed => result.IsClosed;

    public override int Depth => 0;

    private bool IsStream => behavior.HasFlag(CommandBehavior.SequentialAccess);

    public override bool Read()
    {
        if (IsClosed)
        {
            throw Closed();
        }

        if (row + 1 < rowsInChunk)
        {
            row++;
            return true;
        }

        if (chunk is not null && FetchNext())
        {
            row = 0;
            return true;
        }

        row = rowsInChunk;
        return false;
    }

    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        // Only the next chunk of a stream is work worth another thread.
        return !IsStream || chunk is null || row + 1 < rowsInChunk
            ? Task.FromResult(Read())
            : Task.Run(() => ReadUnlessCancelled(cancellationToken), cancellationToken);
    }

    /// <summary>Always false: of several statements only the last has rows here.</summary>
    public override bool NextResult() => false;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close()
    {
        if (IsClosed)
        {
            return;
        }

        connection.Detach(this);
        EndOfRows();
        result.Dispose();
        if (behavior.HasFlag(CommandBehavior.CloseConnection))
        {
            connection.Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    private bool ReadUnlessCancelled(CancellationToken token)
    {
        using (token.UnsafeRegister(static watch => ((ExecutionWatch)watch!).Cancel(), watch))
        {
            return Read();
        }
    }

    private bool FetchNext()
    {
        if (!IsStream)
        {
            return Fetch();
        }

        lock (connection.Working)
        {
            return Fetch();
        }
    }

    private bool Fetch()
    {
        chunk?.Dispose();
        rowsInChunk = 0;
        chunk = watch.Run(result.FetchChunk);
        if (chunk.IsInvalid || NativeMethods.duckdb_data_chunk_get_size(chunk) == 0)
        {
            EndOfRows();
            return false;
        }

        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Attach(NativeMethods.duckdb_data_chunk_get_vector(chunk, (ulong)i));
        }

        rowsInChunk = (long)NativeMethods.duckdb_data_chunk_get_size(chunk);
        row = -1;
        return true;
    }

    // The stream's end frees the connection for other statements, even before the reader is closed.
    private void EndOfRows()
    {
        chunk?.Dispose();
        chunk = null;
        rowsInChunk = 0;
        if (IsStream && ReferenceEquals(connection.OccupiedBy, StreamIsOpen))
        {
            connection.OccupiedBy = null;
        }
    }

    private static InvalidOperationException Closed() =>
        new("The reader is closed: its rows can no longer be read. (Closing the connection closes its readers.)");
}
