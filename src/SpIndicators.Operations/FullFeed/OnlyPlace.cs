using Npgsql;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// The one place in which a refresh runs. Hangfire's own locks expire while a long refresh still runs; these are let go of
/// by the server or the system when their process ends, however it ends, and not before.
/// </summary>
internal sealed class OnlyPlace(OperationsOptions options, TimeProvider time)
{
    // Any number will do; it only must be nobody else's on that server.
    private const string TryLock = "select pg_try_advisory_lock(131131132)";

    public async Task<IAsyncDisposable> Take(CancellationToken cancellation)
    {
        while (true)
        {
            if (await TryTake(cancellation) is { } taken)
            {
                return taken;
            }

            await Task.Delay(options.Look, time, cancellation);
        }
    }

    private async Task<IAsyncDisposable?> TryTake(CancellationToken cancellation)
    {
        if (options.PostgreSql is { } server)
        {
            // Not from the pool: the lock lives as long as the session.
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false, KeepAlive = 30 }.ToString());
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand(TryLock, connection);
            if (await command.ExecuteScalarAsync(cancellation) is true)
            {
                return connection;
            }

            await connection.DisposeAsync();
            return null;
        }

        try
        {
            return new FileStream(Path.Combine(options.Home, "refresh.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
