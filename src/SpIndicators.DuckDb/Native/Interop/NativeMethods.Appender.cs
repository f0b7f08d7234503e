using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

// Rows into a table without SQL.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int duckdb_appender_create(ConnectionHandle connection, string schema, string table, out nint appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_error(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_appender_column_count(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_column_type(AppenderHandle appender, ulong column);

    [LibraryImport(Library)]
    internal static partial int duckdb_append_data_chunk(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_close(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_clear(nint appender);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_destroy(ref nint appender);
}
