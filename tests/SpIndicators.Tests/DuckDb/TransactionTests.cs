using System.Data;
using System.Data.Common;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

public sealed class TransactionTests
{
    [Fact]
    public void Commit_Keeps_AndDisposeAfterwardsChangesNothing()
    {
        using var connection = OpenWithTable();
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("insert into t values (1)");
            transaction.Commit();
        }

        Assert.Equal(1, connection.Count("t"));
    }

    [Fact]
    public void Dispose_WithoutCommit_RollsBack()
    {
        using var connection = OpenWithTable();
        using (connection.BeginTransaction())
        {
            connection.Run("insert into t values (1)");
        }

        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void Rollback_Twice_IsRefused()
    {
        using var connection = OpenWithTable();
        using var transaction = connection.BeginTransaction();
        transaction.Rollback();

        Assert.Throws<InvalidOperationException>(transaction.Rollback);
    }

    [Fact]
    public void SecondTransaction_OnOneConnection_IsRefused()
    {
        using var connection = OpenWithTable();
        using var first = connection.BeginTransaction();

        Assert.Throws<InvalidOperationException>(connection.BeginTransaction);
    }

    [Fact]
    public void IsolationLevel_OtherThanSnapshot_IsRefused()
    {
        using var connection = OpenWithTable();

        Assert.Throws<NotSupportedException>(() => connection.BeginTransaction(IsolationLevel.ReadUncommitted));
    }

    [Fact]
    public void ClosedConnection_RollsBack()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("closed.duckdb") };
        using var watching = DuckDbProvider.Open(options);
        watching.Run("create table t (i integer)");
        using (var connection = DuckDbProvider.Open(options))
        {
            connection.BeginTransaction();
            connection.Run("insert into t values (1)");
        }

        Assert.Equal(0, watching.Count("t"));
    }

    [Fact]
    public void ConflictingUpdates_TheSecondIsTold_AndItsConnectionGoesOn()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("conflict.duckdb") };
        using var first = DuckDbProvider.Open(options);
        using var second = DuckDbProvider.Open(options);
        first.Run("create table t (i integer); insert into t values (1)");
        using var firstTransaction = first.BeginTransaction();
        first.Run("update t set i = 2");
        using (second.BeginTransaction())
        {
            var error = Assert.ThrowsAny<DbException>(() => second.Run("update t set i = 3"));
            Assert.Contains("onflict", error.Message, StringComparison.Ordinal);
        }

        firstTransaction.Commit();

        Assert.Equal(2, second.Value("select i from t"));
    }

    private static DbConnection OpenWithTable()
    {
        var connection = Sql.OpenInMemory();
        connection.Run("create table t (i integer)");
        return connection;
    }
}
