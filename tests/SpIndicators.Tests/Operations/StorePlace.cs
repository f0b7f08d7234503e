using Npgsql;
using SpIndicators.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>A fresh operational store for one test: a folder, and for PostgreSQL an empty database.</summary>
public sealed class StorePlace : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("ops").FullName;
    private readonly string? server;

    private bool usesHangfire;

    private StorePlace(string? server) => this.server = server;

    public static Task<StorePlace> Sqlite() => Task.FromResult(new StorePlace(null));

    public static async Task<StorePlace> PostgreSql(PostgreSqlServer server) => new(await server.NewDatabase());

    public StorePlace UnderHangfire()
    {
        usesHangfire = true;
        return this;
    }

    /// <summary>Options of one process there, with waits short enough for tests.</summary>
    public OperationsOptions Options(bool runsJobs = false) => Options(home, server, runsJobs, usesHangfire);

    public static OperationsOptions Options(string home, string? server, bool runsJobs, bool usesHangfire = false) => new(home)
    {
        PostgreSql = server,
        UsesHangfire = usesHangfire,
        RunsJobs = runsJobs,
        Heartbeat = TimeSpan.FromMilliseconds(100),

        // Hangfire looks twice, first for what is due, then for what is to run; and after this silence for what died.
        Look = TimeSpan.FromSeconds(usesHangfire ? 0.25 : 1),
        Silence = TimeSpan.FromSeconds(usesHangfire ? 5 : 30),
        ClusterCheck = TimeSpan.FromSeconds(1),
        MisfireThreshold = TimeSpan.FromSeconds(2),
        FirstWait = TimeSpan.FromSeconds(0.5),
    };

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (server is not null)
        {
            NpgsqlConnection.ClearPool(new(server));
        }

        Directory.Delete(home, recursive: true);
        return ValueTask.CompletedTask;
    }
}
