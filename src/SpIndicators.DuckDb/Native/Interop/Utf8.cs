using System.Runtime.InteropServices;
using System.Text;

namespace SpIndicators.DuckDb;

/// <summary>Text on its way from and to DuckDB, which knows UTF-8 only.</summary>
internal static class Utf8
{
    /// <summary>Half a surrogate pair is an <see cref="EncoderFallbackException"/>, not a question mark.</summary>
    public static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
