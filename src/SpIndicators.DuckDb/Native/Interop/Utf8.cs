using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

/// <summary>Text that DuckDB hands over as a C string.</summary>
internal static class Utf8
{
    /// <summary>For text that stays DuckDB's.</summary>
    public static string Read(nint text) => ReadOrNull(text) ?? "";

    public static string? ReadOrNull(nint text) => Marshal.PtrToStringUTF8(text);

    /// <summary>For text that DuckDB gives away.</summary>
    public static string Take(nint text)
    {
        var read = Read(text);
        NativeMethods.duckdb_free(text);
        return read;
    }
}
