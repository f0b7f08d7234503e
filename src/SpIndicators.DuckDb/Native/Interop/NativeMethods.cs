using System.Reflection;
using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

/// <summary>
/// The part of DuckDB's C API that is used, by its own names, so that duckdb.h explains each of them.
/// A return value of type int is duckdb_state: 0 is success.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "duckdb";

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    private static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll"
        : OperatingSystem.IsMacOS() ? "libduckdb.dylib"
        : "libduckdb.so";

    // The build puts the library beside the program; a system without it there may still have one installed.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }

        var besideProgram = Path.Combine(AppContext.BaseDirectory, FileName);
        return NativeLibrary.TryLoad(besideProgram, out var library) ? library : NativeLibrary.Load(FileName, assembly, path);
    }

    [LibraryImport(Library)]
    internal static partial nint duckdb_library_version();

    [LibraryImport(Library)]
    internal static partial void duckdb_free(nint memory);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_vector_size();
}
