using DuckDB.NET.Data;

namespace SpIndicators.DuckDb;

/// <summary>A first connection that keeps the database open; DuckDB.NET gives the others of this process the same one.</summary>
internal sealed class FullFeedDatabase : IEngineDatabase
{
    private readonly string connectionString;
    private readonly DuckDBConnection first;
    private readonly bool inMemory;

    private FullFeedDatabase(DuckDbOptions options)
    {
        var builder = new DuckDBConnectionStringBuilder { DataSource = options.DataSource };
        foreach (var (name, value) in DuckDbSettings.Of(options))
        {
            builder[name] = value;
        }

        connectionString = builder.ConnectionString;
        inMemory = options.DataSource == DuckDbOptions.InMemory;
        first = new(connectionString);
    }

    public static FullFeedDatabase Open(DuckDbOptions options)
    {
        var database = new FullFeedDatabase(options);
        try
        {
            database.first.Open();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public IEngineSession Connect()
    {
        // In memory a connection of the same string would be a second database.
        var connection = inMemory ? first.Duplicate() : new DuckDBConnection(connectionString);
        connection.Open();
        return new FullFeedSession(connection);
    }

    public void Dispose() => first.Dispose();
}
