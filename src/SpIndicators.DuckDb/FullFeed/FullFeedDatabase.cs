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
            using var command = database.first.CreateCommand();
            command.CommandText = DuckDbSettings.StartUp(options);
            command.ExecuteNonQuery();
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
        // In memory a second connection would be a second database, and there is only ever one.
        if (inMemory)
        {
            return new FullFeedSession(first);
        }

        var connection = new DuckDBConnection(connectionString);
        connection.Open();
        return new FullFeedSession(connection);
    }

    public void Dispose() => first.Dispose();
}
