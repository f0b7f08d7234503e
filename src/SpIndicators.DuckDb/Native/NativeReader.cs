namespace SpIndicators.DuckDb;

/// <summary>Rows of one result, chunk by chunk. The values are read in NativeReader.Values.cs.</summary>
internal sealed partial class NativeReader : SessionReader
{
    private const string StreamIsOpen = "a result that is being streamed (CommandBehavior.SequentialAccess)";

    private readonly ResultHandle result;
    private readonly ExecutionWatch watch;
    private readonly ColumnReader[] columns;
    private ChunkHandle? chunk;
    private long row = -1;
    private long rowsInChunk;
    private bool occupiesConnection;

    internal NativeReader(SessionCommand command, ResultHandle result, int recordsAffected)
        : base(command, recordsAffected)
    {
        this.result = result;
        watch = command.Watch;
        columns = result.HasRows ? ColumnReaders.Of(result) : [];
        HasRows = columns.Length > 0 && Fetch();
        if (IsStream && HasRows)
        {
            Connection.OccupiedBy = StreamIsOpen;
            occupiesConnection = true;
        }
    }

    public override int FieldCount => columns.Length;

    public override bool HasRows { get; }

    protected override bool ReadRow()
    {
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
        return IsStream && chunk is not null && row + 1 == rowsInChunk
            ? Task.Run(() => ReadUnlessCancelled(cancellationToken), cancellationToken)
            : Task.FromResult(Read());
    }

    protected override void Release()
    {
        EndOfRows();
        result.Dispose();
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

        lock (Connection.Working)
        {
            return Fetch();
        }
    }

    private bool Fetch()
    {
        chunk?.Dispose();
        (chunk, rowsInChunk, row) = (null, 0, -1);
        var fetched = watch.Run(result.FetchChunk);
        if (fetched.IsInvalid)
        {
            EndOfRows();
            return false;
        }

        chunk = fetched;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Attach(NativeMethods.duckdb_data_chunk_get_vector(chunk, (ulong)i));
        }

        rowsInChunk = (long)NativeMethods.duckdb_data_chunk_get_size(chunk);
        return rowsInChunk > 0 || Fetch();
    }

    // The stream's end frees the connection for other statements, even before the reader is closed.
    private void EndOfRows()
    {
        chunk?.Dispose();
        (chunk, rowsInChunk, row) = (null, 0, -1);
        if (occupiesConnection)
        {
            Connection.OccupiedBy = null;
            occupiesConnection = false;
        }
    }
}
