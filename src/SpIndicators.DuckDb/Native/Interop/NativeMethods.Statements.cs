using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

// From text to an executed statement.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong duckdb_extract_statements(ConnectionHandle connection, string sql, out nint statements);

    [LibraryImport(Library)]
    internal static partial nint duckdb_extract_statements_error(ExtractedHandle statements);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_extracted(ref nint statements);

    [LibraryImport(Library)]
    internal static partial int duckdb_prepare_extracted_statement(ConnectionHandle connection, ExtractedHandle statements, ulong index, out nint statement);

    [LibraryImport(Library)]
    internal static partial nint duckdb_prepare_error(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_prepare(ref nint statement);

    [LibraryImport(Library)]
    internal static partial int duckdb_execute_prepared(PreparedHandle statement, ResultHandle result);

    [LibraryImport(Library)]
    internal static partial int duckdb_execute_prepared_streaming(PreparedHandle statement, ResultHandle result);
}
