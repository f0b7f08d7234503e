using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Warehouse;

public sealed class ModelRunnerTests : IDisposable
{
    private readonly DbConnection connection = DuckDbProvider.Open(new DuckDbOptions());

    public ModelRunnerTests() => connection.Run("create schema clean; create table clean.word as select 'old' as word");

    [Theory]
    [InlineData("-- clean.word\nselect\n    wrod\nfrom (select 1 as word)\n", 3, "wrod")]
    [InlineData("-- clean.word\n-- grain  one\n\nselect 1 +\nfrom range(3)\n", 5, "from range(3)")]
    [InlineData("select 1 as a\nfrom clean.nowhere", 2, "from clean.nowhere")]
    public void Model_DuckDbRefuses_IsNamedWithItsLineAndThatLinesSql(string sql, int line, string offending)
    {
        var error = Assert.Throws<ModelException>(() => Run(sql));

        Assert.Equal(("3_clean/word.sql", line, offending), (error.Model, error.Line, error.OffendingSql));
        Assert.StartsWith($"3_clean/word.sql, line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(offending, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_FailingWhileItRuns_IsNamedAndTheOldRelationStays()
    {
        var error = Assert.Throws<ModelException>(() => Run("select error('no rows today') as word"));

        Assert.Equal("3_clean/word.sql", error.Model);
        Assert.Contains("no rows today", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", connection.Value("select word from clean.word"));
    }

    [Fact]
    public void Model_ThatRuns_ReplacesTheRelationAndCountsItsRows()
    {
        var run = Run("select 'new' as word from range(3)");

        Assert.Equal(("clean.word", 3L), (run.Relation, run.Rows));
        Assert.Equal("new", connection.Value("select distinct word from clean.word"));
    }

    [Theory]
    [InlineData("3_clean/word.sql", "clean", "word")]
    [InlineData("checks/word_is_new.sql", "checks", "word_is_new")]
    [InlineData("4_indicators/folder/word.sql", "indicators", "word")]
    public void Model_ByItsPath_HasItsStagesSchema(string path, string schema, string name)
    {
        var model = SqlModel.Parse(path, "select 1");

        Assert.Equal((schema, name), (model.Schema, model.Name));
    }

    [Theory]
    [InlineData("word.sql")]
    [InlineData("3_clean/too/deep/word.sql")]
    [InlineData("3_clean/two words.sql")]
    [InlineData("3_clean/word'; drop schema clean.sql")]
    public void Model_ElsewhereOrWithAnotherName_IsRefused(string path) => Assert.Throws<ArgumentException>(() => SqlModel.Parse(path, "select 1"));

    public void Dispose() => connection.Dispose();

    private ModelRun Run(string sql) => new ModelRunner(connection, TimeProvider.System).Run(SqlModel.Parse("3_clean/word.sql", sql));
}
