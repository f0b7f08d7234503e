using System.Data.Common;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

/// <summary>A finished file keeps the plans of what it was asked: the answers must be those of the values at hand.</summary>
public sealed class AskedAgainTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DbConnection finished;

    public AskedAgainTests()
    {
        var file = folder.File("finished.duckdb");
        using (var making = DuckDbProvider.Open(new() { DataSource = file }))
        {
            making.Run("create table t as select i, 'name ' || i as name from range(10000) as r(i)");
        }

        finished = DuckDbProvider.Open(DuckDbOptions.ToRead(file));
    }

    public void Dispose()
    {
        finished.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void SameQuestion_WithOtherValues_HasTheirAnswers()
    {
        const string Question = "select name from t where i = $i";

        Assert.Equal(
            ["name 7", "name 9999", null, "name 7"],
            new object?[] { 7, 9999L, null, 7.0 }.Select(i => finished.Value(Question, ("i", i))));
    }

    [Fact]
    public void Question_ThatFailed_CanBeAskedAgain()
    {
        const string Question = "select 1 / cast($text as integer)";

        Assert.Equal(0.5, finished.Value(Question, ("text", "2")));
        Assert.ThrowsAny<DbException>(() => finished.Value(Question, ("text", "two")));
        Assert.ThrowsAny<DbException>(() => finished.Value(Question));
        Assert.Equal(0.25, finished.Value(Question, ("text", "4")));
    }

    [Fact]
    public void MoreQuestions_ThanPlansAreKept_AreAllAnswered_TwiceOver()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal($"name {i}", finished.Value($"select name from t where i = {i}"));
            }
        }
    }

    [Fact]
    public void SameQuestion_WhileAReaderIsHalfRead_LeavesBothRight()
    {
        const string Question = "select i from t where i >= $first order by i";
        using var command = finished.Command(Question, ("first", 5000));
        using var half = command.ExecuteReader();
        Assert.True(half.Read());

        Assert.Equal(9000L, finished.Value(Question, ("first", 9000)));
        var rest = 1;
        while (half.Read())
        {
            rest++;
        }

        Assert.Equal(5000, rest);
    }
}
