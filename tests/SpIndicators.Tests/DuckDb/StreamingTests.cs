using System.Data;
using System.Data.Common;

namespace SpIndicators.Tests.DuckDb;

public sealed class StreamingTests
{
    private const string FailsLate = "select case when range = 250000 then error('late') else range end from range(300000)";

    [Theory]
    [InlineData(CommandBehavior.Default)]
    [InlineData(CommandBehavior.SequentialAccess)]
    public void ErrorInMidStream_IsThrown_NotTakenForTheEnd(CommandBehavior behavior)
    {
        using var connection = Sql.OpenInMemory();
        // With several threads DuckDB may tell that the others were interrupted in place of what interrupted them.
        connection.Value("set threads = 1");
        using var command = connection.Command(FailsLate);

        var error = Assert.ThrowsAny<DbException>(() => CountRows(command, behavior));

        Assert.Contains("late", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Fact]
    public async Task StreamReadAsync_GivesEveryRow()
    {
        await using var connection = Sql.OpenInMemory();
        await using var command = connection.Command("select range from range(100000)");
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, TestContext.Current.CancellationToken);
        var sum = 0L;
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            sum += reader.GetInt64(0);
        }

        Assert.Equal(4_999_950_000, sum);
    }

    [Fact]
    public void Stream_ReadToItsEnd_FreesTheConnectionBeforeItIsClosed()
    {
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command("select range from range(10000)");
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        while (reader.Read())
        {
        }

        Assert.Equal(1, connection.Value("select 1"));
        Assert.False(reader.Read());
    }

    [Fact]
    public void OpenStream_IsNotDisturbed()
    {
        using var connection = Sql.OpenInMemory();
        var finished = connection.Command("select range from range(10)").ExecuteReader(CommandBehavior.SequentialAccess);
        while (finished.Read())
        {
        }

        using var stream = connection.Command("select range from range(500000)").ExecuteReader(CommandBehavior.SequentialAccess);
        finished.Dispose();

        // A client that streams refuses another statement; one that holds results whole may run it.
        Record.Exception(() => connection.Value("select 1"));

        var rows = 0;
        while (stream.Read())
        {
            rows++;
        }

        Assert.Equal(500_000, rows);
    }

    [Fact]
    public void TwoResults_HeldWhole_CanBeReadInTurns()
    {
        using var connection = Sql.OpenInMemory();
        using var first = connection.Command("select range from range(5000)").ExecuteReader();
        using var second = connection.Command("select -range from range(5000)").ExecuteReader();
        var sum = 0L;
        while (first.Read() && second.Read())
        {
            sum += first.GetInt64(0) + second.GetInt64(0);
        }

        Assert.Equal(0, sum);
    }

    private static int CountRows(DbCommand command, CommandBehavior behavior)
    {
        using var reader = command.ExecuteReader(behavior);
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }
}
