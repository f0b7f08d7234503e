using System.Data.Common;

namespace SpIndicators.Tests.DuckDb;

public sealed class StatementTests
{
    [Fact]
    public void SeveralStatements_AreAllRun_AndTheLastAnswers()
    {
        using var connection = Sql.OpenInMemory();

        var sum = connection.Value("create table t (i integer); insert into t values (1), (2); -- a note;\nselect sum(i)::bigint from t;");

        Assert.Equal(3L, sum);
    }

    [Fact]
    public void SeveralStatements_OneOfThemWrong_StopThere()
    {
        using var connection = Sql.OpenInMemory();

        Assert.ThrowsAny<DbException>(() => connection.Run("create table t (i integer); insert into missing values (1); insert into t values (1)"));
        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void ExecuteNonQuery_CountsTheRowsOfEachStatement()
    {
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command("create table t (i integer); insert into t values (1), (2), (3); delete from t where i > 1");

        Assert.Equal(5, command.ExecuteNonQuery());
    }

    [Fact]
    public void InsertReturning_GivesItsRows()
    {
        using var connection = Sql.OpenInMemory();
        connection.Run("create table t (i integer)");

        Assert.Equal(7, connection.Value("insert into t values (7) returning i"));
    }

    [Fact]
    public void Statement_WithoutRows_HasNoColumns()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("create table t (i integer)").ExecuteReader();

        Assert.Equal((0, false, false), (reader.FieldCount, reader.HasRows, reader.Read()));
    }

    [Fact]
    public void EmptyResult_HasColumnsButNoRow()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select 1 as a where false").ExecuteReader();

        Assert.Equal((1, "a", false, false), (reader.FieldCount, reader.GetName(0), reader.HasRows, reader.Read()));
        Assert.ThrowsAny<InvalidOperationException>(() => reader.GetValue(0));
    }

    [Fact]
    public void Pivot_WithoutListedValues_Works()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("pivot (select 'a' as k, 1 as v union all select 'b', 2) on k using sum(v)").ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(["a", "b"], [reader.GetName(0), reader.GetName(1)]);
    }

    [Theory]
    [InlineData("selct 1", "syntax error")]
    [InlineData("select * from missing_table", "missing_table")]
    [InlineData("select 'x'::integer", "Could not convert")]
    [InlineData("select error('said so')", "said so")]
    public void Error_IsDuckDbsOwnText_AndTheConnectionStaysUsable(string query, string words)
    {
        using var connection = Sql.OpenInMemory();

        var error = Assert.ThrowsAny<DbException>(() => connection.Value(query));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  -- nothing but a note")]
    public void Command_WithoutAStatement_IsRefused(string text)
    {
        using var connection = Sql.OpenInMemory();

        Assert.ThrowsAny<DbException>(() => connection.Run(text));
    }
}
