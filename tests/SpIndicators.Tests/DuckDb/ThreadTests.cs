using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

public sealed class ThreadTests
{
    [Fact]
    public async Task ManyConnections_UnderGarbageCollection_AllReadTheSame()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("threads.duckdb") };
        await using var owner = DuckDbProvider.Open(options);
        owner.Run("create table t as select range as i, 'name ' || range as word from range(100000)");

        var sums = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SumOfQueries(options))));

        Assert.Single(sums.Distinct());
    }

    [Fact]
    public async Task OneConnection_SharedByThreads_TakesThemInTurn()
    {
        await using var connection = Sql.OpenInMemory();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            Enumerable.Range(0, 50).All(_ => number.Equals(connection.Value("select $number", ("number", number)))))));

        Assert.All(answers, Assert.True);
    }

    [Fact]
    public async Task Connection_ClosedWhileItWorks_EndsInAnExceptionOrAnAnswer()
    {
        for (var i = 0; i < 6; i++)
        {
            var connection = Sql.OpenInMemory();
            var working = Task.Run(
                () =>
                {
                    using var reader = connection.Command("select repeat('x', 50) from range(200000)").ExecuteReader();
                    while (reader.Read())
                    {
                        Assert.Equal(50, reader.GetString(0).Length);
                    }
                },
                TestContext.Current.CancellationToken);
            await Task.Delay(i, TestContext.Current.CancellationToken);
            connection.Dispose();
            var error = await Record.ExceptionAsync(() => working);
            Assert.True(error is null or InvalidOperationException or OperationCanceledException, error?.ToString());
        }
    }

    private static long SumOfQueries(DuckDbOptions options)
    {
        var sum = 0L;
        for (var k = 0; k < 10; k++)
        {
            using var connection = DuckDbProvider.Open(options);
            using var command = connection.Command("select i, word from t where i % 97 = $k", ("k", k));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                sum += reader.GetInt64(0) + reader.GetString(1).Length;
            }

            GC.Collect(0);
        }

        return sum;
    }
}
