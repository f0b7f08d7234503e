using System.Data;
using System.Runtime.CompilerServices;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

/// <summary>Objects used too late, twice or never given back: an exception at most, never a crash.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public void Dispose_Twice_IsHarmless()
    {
        var connection = Sql.OpenInMemory();
        var command = connection.Command("select 1");
        var reader = command.ExecuteReader();
        foreach (IDisposable used in new IDisposable[] { reader, command, connection, reader, command, connection })
        {
            used.Dispose();
        }

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Theory]
    [InlineData(CommandBehavior.Default)]
    [InlineData(CommandBehavior.SequentialAccess)]
    public void Reader_AfterItsConnectionIsClosed_SaysSo(CommandBehavior behavior)
    {
        var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select range from range(100000)").ExecuteReader(behavior);
        Assert.True(reader.Read());
        connection.Close();

        Assert.True(reader.IsClosed);
        Assert.ThrowsAny<InvalidOperationException>(() => reader.Read());
        Assert.ThrowsAny<InvalidOperationException>(() => reader.GetInt64(0));
        Assert.ThrowsAny<InvalidOperationException>(() => reader.GetValue(0));
        Assert.ThrowsAny<InvalidOperationException>(() => reader.IsDBNull(0));
    }

    [Fact]
    public void Reader_OutlivesItsCommand()
    {
        using var connection = Sql.OpenInMemory();
        var command = connection.Command("select range from range(5000)");
        using var reader = command.ExecuteReader();
        command.Dispose();
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        Assert.Equal(5_000, rows);
    }

    [Fact]
    public void Values_BeforeTheFirstAndAfterTheLastRow_AreRefused()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select 1").ExecuteReader();

        Assert.ThrowsAny<InvalidOperationException>(() => reader.GetInt32(0));
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.ThrowsAny<InvalidOperationException>(() => reader.GetInt32(0));
    }

    [Fact]
    public void Command_OnAClosedConnection_IsRefused()
    {
        var connection = Sql.OpenInMemory();
        using var command = connection.Command("select 1");
        connection.Dispose();

        Assert.Throws<InvalidOperationException>(command.ExecuteScalar);
        Assert.Throws<InvalidOperationException>(() => DuckDbProvider.CreateAppender(connection, "main", "t"));
    }

    [Fact]
    public void Connection_CanBeOpenedAgain()
    {
        using var folder = new TemporaryFolder();
        using var connection = DuckDbProvider.Open(new() { DataSource = folder.File("again.duckdb") });
        connection.Run("create table t as select 7 as i");
        connection.Close();
        connection.Open();

        Assert.Equal(7, connection.Value("select i from t"));
        Assert.Throws<InvalidOperationException>(connection.Open);
    }

    [Fact]
    public void CloseConnectionBehavior_ClosesItWithTheReader()
    {
        using var connection = Sql.OpenInMemory();
        connection.Command("select 1").ExecuteReader(CommandBehavior.CloseConnection).Dispose();

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void Appender_OutlivesItsConnection_WithoutHarm()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("outlived.duckdb") };
        using var watching = DuckDbProvider.Open(options);
        watching.Run("create table t (i bigint)");
        var connection = DuckDbProvider.Open(options);
        var appender = DuckDbProvider.CreateAppender(connection, "main", "t");
        appender.Add(1L).EndRow();
        connection.Dispose();

        Assert.ThrowsAny<InvalidOperationException>(appender.Complete);
        appender.Dispose();
        Assert.Equal(0, watching.Count("t"));
    }

    [Fact]
    public void ForgottenObjects_AreCollected_InAnyOrder()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 8; i++)
        {
            Forget(folder.File($"{i}.duckdb"));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        using var connection = Sql.OpenInMemory();
        Assert.Equal(1, connection.Value("select 1"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(string path)
    {
        var connection = DuckDbProvider.Open(new() { DataSource = path });
        connection.Run("create table t (i bigint)");
        var reader = connection.Command("select repeat('x', 100) from range(100000)").ExecuteReader(CommandBehavior.SequentialAccess);
        Assert.True(reader.Read());
        var second = DuckDbProvider.Open(new() { DataSource = path });
        var appender = DuckDbProvider.CreateAppender(second, "main", "t");
        appender.Add(1L).EndRow();
    }
}
