using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

// Values for parameters; positions start at 1.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial ulong duckdb_nparams(PreparedHandle statement);

    [LibraryImport(Library)]
    internal static partial nint duckdb_parameter_name(PreparedHandle statement, ulong position);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_null(PreparedHandle statement, ulong position);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_boolean(PreparedHandle statement, ulong position, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int8(PreparedHandle statement, ulong position, sbyte value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int16(PreparedHandle statement, ulong position, short value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int32(PreparedHandle statement, ulong position, int value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int64(PreparedHandle statement, ulong position, long value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_uint8(PreparedHandle statement, ulong position, byte value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_uint16(PreparedHandle statement, ulong position, ushort value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_uint32(PreparedHandle statement, ulong position, uint value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_uint64(PreparedHandle statement, ulong position, ulong value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_hugeint(PreparedHandle statement, ulong position, NativeHugeInt value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_uhugeint(PreparedHandle statement, ulong position, NativeHugeInt value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_float(PreparedHandle statement, ulong position, float value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_double(PreparedHandle statement, ulong position, double value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_decimal(PreparedHandle statement, ulong position, NativeDecimal value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_date(PreparedHandle statement, ulong position, int daysSinceEpoch);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_time(PreparedHandle statement, ulong position, long microseconds);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_timestamp(PreparedHandle statement, ulong position, long microsecondsSinceEpoch);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_timestamp_tz(PreparedHandle statement, ulong position, long microsecondsSinceEpoch);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_interval(PreparedHandle statement, ulong position, NativeInterval value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_varchar_length(PreparedHandle statement, ulong position, byte* text, ulong length);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_blob(PreparedHandle statement, ulong position, byte* bytes, ulong length);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_value(PreparedHandle statement, ulong position, ValueHandle value);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_uuid(NativeHugeInt value);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_value(ref nint value);
}
