using System.Data.Common;
using Hangfire.PostgreSql;
using Npgsql;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// Makes Hangfire's tables on PostgreSQL before anything asks for them. Left to itself, Hangfire makes them with the first
/// use, and of two programs that start at once one fails; and it does not say in words that there is no server.
/// </summary>
internal sealed class HangfireTables(OperationsStore store, OperationsOptions options) : IDisposable
{
    // Any number will do; it only must be nobody else's on that server. The lock ends with the connection.
    private const string WaitForOthers = "select pg_advisory_lock(131131133)";
    private readonly SemaphoreSlim making = new(1);
    private volatile bool areMade;

    public async Task MakeReady(CancellationToken cancellation)
    {
        await store.MakeReady(cancellation);
        if (areMade || options.PostgreSql is not { } server)
        {
            return;
        }

        await making.WaitAsync(cancellation);
        try
        {
            if (!areMade)
            {
                await Make(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString(), cancellation);
                areMade = true;
            }
        }
        catch (DbException refusal)
        {
            throw new OperationsException($"Hangfire's tables could not be made (the PostgreSQL server): {Engine.InWords(refusal)}.", refusal);
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();

    private static async Task Make(string server, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellation);
        await using var wait = new NpgsqlCommand(WaitForOthers, connection);
        await wait.ExecuteNonQueryAsync(cancellation);
        PostgreSqlObjectsInstaller.Install(connection);
    }
}
