namespace SpIndicators.Tests.Architecture;

public sealed class ModelHeaderTests
{
    [Fact]
    public void Models_OfThePipelines_BeginWithAWholeHeader() =>
        Expect.Nothing(ModelHeader.ModelFiles.SelectMany(file => new ModelHeader(file, SourceTree.Read(file)).Faults()));

    [Theory]
    [InlineData("pipelines/2_raw/worldbank_wdi.sql", "-- raw.worldbank_wdi\n-- grain  one line of the file\nselect 1")]
    [InlineData("pipelines/3_clean/observation.sql", "-- clean.observation\n-- grain  source × vintage\n-- materialized view\nselect 1")]
    [InlineData("pipelines/checks/key_is_unique.sql", "-- checks.key_is_unique\n-- level error\n-- No key occurs twice.\nselect 1")]
    public void Header_ThatIsWhole_HasNoFault(string path, string sql) => Assert.Empty(new ModelHeader(path, sql).Faults());

    [Theory]
    [InlineData("pipelines/2_raw/a.sql", "-- raw.b\n-- grain  one line\n", "expected '-- raw.a'")]
    [InlineData("pipelines/3_clean/a.sql", "-- raw.a\n-- grain  one line\n", "expected '-- clean.a'")]
    [InlineData("pipelines/3_clean/a.sql", "-- clean.a\nselect 1 -- grain  one line\n", "no line '-- grain")]
    [InlineData("pipelines/3_clean/a.sql", "select 1", "expected '-- clean.a'")]
    [InlineData("pipelines/checks/a.sql", "-- checks.a\n-- level fatal\n-- It is so.\n", "no line '-- level")]
    [InlineData("pipelines/checks/a.sql", "-- checks.a\n-- level error\n", "no sentence")]
    [InlineData("pipelines/5_more/a.sql", "-- more.a\n-- grain  one line\n", "a model lies in")]
    public void Header_ThatLacksSomething_SaysWhat(string path, string sql, string fault) =>
        Assert.Contains(new ModelHeader(path, sql).Faults(), sentence => sentence.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Header_WithIndicators_NamesThem()
    {
        var header = new ModelHeader("pipelines/4_indicators/coverage.sql", "-- indicators.coverage\n-- grain  x\n-- indicator: coverage, coverage_gap\nselect 1");

        Assert.Equal(["coverage", "coverage_gap"], header.Indicators);
    }
}
