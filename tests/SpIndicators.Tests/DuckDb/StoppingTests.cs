using System.Data;
using System.Data.Common;
using System.Diagnostics;

namespace SpIndicators.Tests.DuckDb;

/// <summary>Limits are generous: a slow machine must not fail them, a query that is not stopped must.</summary>
public sealed class StoppingTests
{
    // Hours of work, were it not stopped.
    private const string Endless = "select sum(a.range * b.range % 7) from range(10000000) a, range(10000000) b";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void CommandTimeout_StopsTheQuery_AndSaysSo()
    {
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command(Endless);
        command.CommandTimeout = 1;
        var clock = Stopwatch.StartNew();

        var error = Assert.ThrowsAny<DbException>(command.ExecuteScalar);

        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Contains("limit of 1 s", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), Patience);
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(int.MaxValue)]
    public void CommandTimeout_LongEnough_ChangesNothing(int seconds)
    {
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command("select sum(range)::bigint from range(1000)");
        command.CommandTimeout = seconds;

        Assert.Equal(499_500L, command.ExecuteScalar());
    }

    [Fact]
    public async Task CancellationToken_StopsTheQuery()
    {
        await using var connection = Sql.OpenInMemory();
        await using var command = connection.Command(Endless);
        using var source = new CancellationTokenSource();
        var running = command.ExecuteScalarAsync(source.Token);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Fact]
    public async Task CancelledToken_StartsNothing()
    {
        await using var connection = Sql.OpenInMemory();
        await using var command = connection.Command("create table t (i integer)");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteNonQueryAsync(new CancellationToken(canceled: true)));

        Assert.ThrowsAny<DbException>(() => connection.Count("t"));
    }

    [Fact]
    public async Task Cancel_FromAnotherThread_StopsTheQuery()
    {
        await using var connection = Sql.OpenInMemory();
        await using var command = connection.Command(Endless);
        var running = Task.Run(command.ExecuteScalar, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);

        // The command may not have begun: cancelling nothing is nothing.
        while (!running.IsCompleted)
        {
            command.Cancel();
            await Task.WhenAny(running, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Fact]
    public async Task CancellationToken_StopsAStreamBetweenItsRows()
    {
        await using var connection = Sql.OpenInMemory();
        await using var command = connection.Command("select a.range from range(100000000) a, range(1000) b");
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            source.CancelAfter(300);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, source.Token);
            while (await reader.ReadAsync(source.Token))
            {
            }
        });

        Assert.Equal(1, connection.Value("select 1"));
    }

    [Fact]
    public async Task StoppingOneConnection_LeavesOthersAlone()
    {
        using var folder = new TemporaryFolder();
        var options = new SpIndicators.DuckDb.DuckDbOptions { DataSource = folder.File("shared.duckdb") };
        await using var stopped = SpIndicators.DuckDb.DuckDbProvider.Open(options);
        await using var other = SpIndicators.DuckDb.DuckDbProvider.Open(options);
        await using var endless = stopped.Command(Endless);
        endless.CommandTimeout = 1;
        await using var finite = other.Command("select count(*) from range(30000000) where range % 3 = 0");

        var stopping = endless.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        Assert.Equal(10_000_000L, await finite.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<DbException>(() => stopping);
    }
}
