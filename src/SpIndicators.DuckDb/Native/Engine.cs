namespace SpIndicators.DuckDb;

/// <summary>This project's own client over DuckDB's C API.</summary>
internal static class Engine
{
    public static string Name => "SpIndicators.DuckDb";

    public static string Version => Utf8.Read(NativeMethods.duckdb_library_version());

    public static IEngineDatabase OpenDatabase(DuckDbOptions options) => NativeDatabase.Open(options);
}
