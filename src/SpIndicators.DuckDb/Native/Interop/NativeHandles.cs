namespace SpIndicators.DuckDb;

internal sealed class ConfigHandle(nint value) : NativeHandle(value, parent: null)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_destroy_config(ref value);
}

internal sealed class DatabaseHandle(nint value) : NativeHandle(value, parent: null)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_close(ref value);
}

internal sealed class ConnectionHandle(nint value, DatabaseHandle database) : NativeHandle(value, database)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_disconnect(ref value);
}

internal sealed class ExtractedHandle(nint value, ConnectionHandle connection) : NativeHandle(value, connection)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_destroy_extracted(ref value);
}

internal sealed class PreparedHandle(nint value, ConnectionHandle connection) : NativeHandle(value, connection)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_destroy_prepare(ref value);
}

internal sealed class LogicalTypeHandle(nint value) : NativeHandle(value, parent: null)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_destroy_logical_type(ref value);
}

internal sealed class ValueHandle(nint value) : NativeHandle(value, parent: null)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_destroy_value(ref value);
}

/// <summary>A chunk holds up to 2,048 rows; text in it may point into its parent, the result.</summary>
internal sealed class ChunkHandle(nint value, NativeHandle? parent) : NativeHandle(value, parent)
{
    protected override void Free(ref nint value) => NativeMethods.duckdb_destroy_data_chunk(ref value);
}

internal sealed class AppenderHandle(nint value, ConnectionHandle connection) : NativeHandle(value, connection)
{
    // Destroying an appender writes what it holds; after a clear it holds nothing.
    protected override void Free(ref nint value)
    {
        _ = NativeMethods.duckdb_appender_clear(value);
        _ = NativeMethods.duckdb_appender_destroy(ref value);
    }
}
