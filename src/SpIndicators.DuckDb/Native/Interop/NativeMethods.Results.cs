using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

// A result, its columns and its chunks.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_result(nint result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_result_error(ResultHandle result);

    [LibraryImport(Library)]
    internal static partial int duckdb_result_return_type(NativeResult result);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_rows_changed(ResultHandle result);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_column_count(ResultHandle result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_column_name(ResultHandle result, ulong column);

    [LibraryImport(Library)]
    internal static partial nint duckdb_column_logical_type(ResultHandle result, ulong column);

    [LibraryImport(Library)]
    internal static partial nint duckdb_fetch_chunk(NativeResult result);
}
