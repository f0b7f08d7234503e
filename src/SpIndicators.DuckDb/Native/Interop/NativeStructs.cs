using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

/// <summary>duckdb_result: opaque, but passed by value, so its size matters.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeResult
{
    private readonly ulong columns, rows, rowsChanged;
    private readonly nint columnArray, errorMessage, contents;
}

/// <summary>duckdb_hugeint; as an unsigned pair also duckdb_uhugeint.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeHugeInt(ulong Lower, ulong Upper)
{
    public static NativeHugeInt From(Int128 value) => new((ulong)(value & ulong.MaxValue), (ulong)(UInt128)(value >> 64 & ulong.MaxValue));

    public static NativeHugeInt From(UInt128 value) => new((ulong)(value & ulong.MaxValue), (ulong)(value >> 64));
}

/// <summary>duckdb_decimal: the digits as a whole number, and how many of them stand behind the point.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeDecimal(byte Width, byte Scale, NativeHugeInt Digits);

/// <summary>duckdb_interval: months and days have no fixed length, hence three fields.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeInterval(int Months, int Days, long Microseconds);
