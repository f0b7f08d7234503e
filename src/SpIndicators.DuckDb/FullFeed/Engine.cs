using DuckDB.NET.Data;

namespace SpIndicators.DuckDb;

/// <summary>DuckDB.NET, which brings DuckDB's library with it.</summary>
internal static class Engine
{
    public static string Name => "DuckDB.NET.Data.Full";

    public static string Version { get; } = ReadVersion();

    public static IEngineDatabase OpenDatabase(DuckDbOptions options) => FullFeedDatabase.Open(options);

    private static string ReadVersion()
    {
        using var connection = new DuckDBConnection(DuckDBConnectionStringBuilder.InMemoryConnectionString);
        return connection.ServerVersion;
    }
}
