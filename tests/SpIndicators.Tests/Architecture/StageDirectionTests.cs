using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Architecture;

/// <summary>A model reads its own stage and the one before, never ahead and never two back; asked of DuckDB's own parse of the model.</summary>
public sealed class StageDirectionTests : IDisposable
{
    private static readonly Dictionary<string, string[]> MayRead = new()
    {
        ["raw"] = ["reference"],
        ["clean"] = ["raw", "clean", "reference"],
        ["indicators"] = ["clean", "indicators", "reference"],
    };

    private readonly DbConnection _parser = DuckDbProvider.Open(new DuckDbOptions());

    [Fact]
    public void Models_OfThePipelines_ReadOnlyTheirStageAndTheOneBefore() =>
        Expect.Nothing(Models.SelectMany(AheadOrTooFarBack));

    [Fact]
    public void Models_OfThePipelines_ReadFilesInTheFirstStageOnly() =>
        Expect.Nothing(from model in Models
                       where model.Schema != "raw"
                       from read in FileReads.Of(_parser, model.Sql)
                       select $"{model.Path} reads the file or file function {read}.");

    [Fact]
    public void Models_OfThePipelines_ExistInEveryStage() =>
        Assert.Superset(new HashSet<string>(["raw", "clean", "indicators", "checks"]), Models.Select(model => model.Schema).ToHashSet());

    [Theory]
    [InlineData("4_indicators/x.sql", "select * from raw.worldbank_wdi", "raw.worldbank_wdi")]
    [InlineData("4_indicators/x.sql", "select * from clean.observation o, raw.worldbank_wdi r", "raw.worldbank_wdi")]
    [InlineData("3_clean/x.sql", "select * from raw.a where exists (select 1 from indicators.coverage)", "indicators.coverage")]
    [InlineData("2_raw/x.sql", "with a as (select * from clean.observation) select * from a", "clean.observation")]
    public void Model_ThatReadsAheadOrTooFarBack_IsSeen(string path, string sql, string read) =>
        Assert.Contains(read, Assert.Single(AheadOrTooFarBack(SqlModel.Parse(path, sql))), StringComparison.Ordinal);

    [Theory]
    [InlineData("select * from read_csv('a.csv')", "read_csv")]
    [InlineData("select * from clean.a join 'b.parquet' on true", "b.parquet")]
    [InlineData("with a as (select content from read_text('c')) select * from a", "read_text")]
    public void Model_ThatReadsAFile_IsSeen(string sql, string read) => Assert.Equal([read], FileReads.Of(_parser, sql));

    [Theory]
    [InlineData("select * from clean.a, unnest([1, 2]) as t(x), range(3)")]
    [InlineData("with \"odd.name\" as (select 1) select * from \"odd.name\"")]
    public void Model_ThatReadsNoFile_IsNotSeen(string sql) => Assert.Empty(FileReads.Of(_parser, sql));

    public void Dispose() => _parser.Dispose();

    private static IEnumerable<SqlModel> Models =>
        ModelHeader.ModelFiles.Select(file => SqlModel.Parse(file["pipelines/".Length..], SourceTree.Read(file)));

    private IEnumerable<string> AheadOrTooFarBack(SqlModel model) =>
        MayRead.TryGetValue(model.Schema, out var allowed)
            ? SqlReferences.Of(_parser, model).Where(read => !allowed.Contains(read.Split('.')[0]))
                .Select(read => $"{model.Path} reads {read}; {model.Schema} may read {string.Join(", ", allowed)}.")
            : []; // checks may look everywhere
}
