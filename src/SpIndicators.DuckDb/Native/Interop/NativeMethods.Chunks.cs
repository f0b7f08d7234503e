using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

// Chunks and their vectors: rows as DuckDB itself keeps them.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint duckdb_create_data_chunk(nint* types, ulong columns);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_reset(ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_data_chunk_get_size(ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_set_size(ChunkHandle chunk, ulong rows);

    [LibraryImport(Library)]
    internal static partial nint duckdb_data_chunk_get_vector(ChunkHandle chunk, ulong column);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    internal static partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    internal static partial void duckdb_vector_ensure_validity_writable(nint vector);

    [LibraryImport(Library)]
    internal static partial void duckdb_unsafe_vector_assign_string_element_len(nint vector, ulong row, byte* text, ulong length);
}
