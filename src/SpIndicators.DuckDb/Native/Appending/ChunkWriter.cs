namespace SpIndicators.DuckDb;

/// <summary>Fills DuckDB's own vectors, 2,048 rows at a time.</summary>
internal sealed unsafe class ChunkWriter : ITableWriter
{
    private readonly AppenderHandle appender;
    private readonly ChunkHandle chunk;
    private readonly ColumnWriter[] columns;
    private readonly long capacity = (long)NativeMethods.duckdb_vector_size();
    private long row;

    public ChunkWriter(ConnectionHandle connection, string schema, string table, IReadOnlyList<string> names)
    {
        var failed = NativeMethods.duckdb_appender_create(connection, schema, table, out var created) != 0;
        appender = new(created, connection);
        try
        {
            ThrowIf(failed);
            (chunk, columns) = Prepare(names);
            Attach();
        }
        catch
        {
            appender.Dispose();
            throw;
        }
    }

    public void WriteNull(int column) => columns[column].WriteNull(row);

    public void Write(int column, string value) => columns[column].Write(row, value);

    public void Write(int column, long value) => columns[column].Write(row, value);

    public void Write(int column, double value) => columns[column].Write(row, value);

    public void Write(int column, decimal value) => columns[column].Write(row, value);

    public void Write(int column, bool value) => columns[column].Write(row, value);

    public void Write(int column, DateOnly value) => columns[column].Write(row, value);

    public void Write(int column, DateTime value) => columns[column].Write(row, value);

    public void EndRow()
    {
        if (++row == capacity)
        {
            Append();
        }
    }

    public void Flush()
    {
        Append();
        ThrowIf(NativeMethods.duckdb_appender_close(appender) != 0);
    }

    public void Dispose()
    {
        chunk.Dispose();
        appender.Dispose();
    }

    private (ChunkHandle Chunk, ColumnWriter[] Columns) Prepare(IReadOnlyList<string> names)
    {
        var count = (int)NativeMethods.duckdb_appender_column_count(appender);
        if (count != names.Count)
        {
            throw new NotSupportedException($"The table has {names.Count} columns of which {count} can be appended: computed columns are not supported.");
        }

        var types = new LogicalTypeHandle[count];
        try
        {
            for (var i = 0; i < count; i++)
            {
                types[i] = new(NativeMethods.duckdb_appender_column_type(appender, (ulong)i));
            }

            var addresses = Array.ConvertAll(types, type => type.DangerousGetHandle());
            fixed (nint* first = addresses)
            {
                var created = new ChunkHandle(NativeMethods.duckdb_create_data_chunk(first, (ulong)count), parent: null);
                return (created, [.. types.Select((type, i) => ColumnWriters.Of(names[i], type))]);
            }
        }
        finally
        {
            foreach (var type in types)
            {
                type?.Dispose();
            }
        }
    }

    private void Append()
    {
        if (row == 0)
        {
            return;
        }

        NativeMethods.duckdb_data_chunk_set_size(chunk, (ulong)row);
        ThrowIf(NativeMethods.duckdb_append_data_chunk(appender, chunk) != 0);
        NativeMethods.duckdb_data_chunk_reset(chunk);
        Attach();
    }

    private void Attach()
    {
        row = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Attach(NativeMethods.duckdb_data_chunk_get_vector(chunk, (ulong)i));
        }
    }

    private void ThrowIf(bool failed)
    {
        if (failed)
        {
            throw new DuckDbException(Utf8.Read(NativeMethods.duckdb_appender_error(appender)));
        }
    }
}
