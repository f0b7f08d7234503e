using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Building;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines;

public sealed class StagedColumnsTests
{
    private const string Others = """
        r.code as series_code,
            a.ref_area,
            try_cast(r.year as smallint) as time_period,
            r.sex,
            r.value as obs_value
        """;

    [Theory]
    [InlineData("'_T' as age,", "age", "'_T' as age")]
    [InlineData("null::varchar as nature,", "nature", "null::varchar as nature")]
    [InlineData("'PT' as unit_measure,", "unit_measure", "'PT' as unit_measure")]
    public void TextConstant_IsToldAndNotStored(string line, string column, string told)
    {
        var model = Staging($"{line}\n    {Others}");
        Assert.DoesNotContain(column, StagedColumns.Stored(model).Split(", "));
        Assert.Contains(told, StagedColumns.Admitted(model), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case when r.x then 'A' end as age,", "age")]
    [InlineData("0 as unit_mult,", "unit_mult")]
    [InlineData("upper('PT') as unit_measure,", "unit_measure")]
    public void Expression_IsStored(string line, string column) =>
        Assert.Contains(column, StagedColumns.Stored(Staging($"{line}\n    {Others}")).Split(", "));

    [Fact]
    public void ConstantOfOneBranch_IsStored()
    {
        var model = Staging($"'_T' as age,\n    {Others}\nfrom raw.x as r\nunion all by name\nselect\n    r.age,\n    {Others}");
        Assert.Contains("age", StagedColumns.Stored(model).Split(", "));
        Assert.Contains("coalesce(age, '_T') as age", StagedColumns.Admitted(model), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoConstants_AreStored() =>
        Assert.Contains("unit_measure", StagedColumns.Stored(Staging($"'PT' as unit_measure,\n    {Others}\nunion all\nselect\n    'PS' as unit_measure,\n    {Others}")).Split(", "));

    /// <summary>Most sources have constants: otherwise the rule no longer understands how the models are written.</summary>
    [Fact]
    public void MostSources_HaveSomeAndAllStoreTheirValues()
    {
        var stored = FlowModels.Embedded.Models.Where(m => m.Name.StartsWith("stg_", StringComparison.Ordinal)).Select(m => StagedColumns.Stored(m).Split(", ")).ToList();
        Assert.True(stored.Count > 15);
        Assert.All(stored, columns => Assert.Superset(new HashSet<string> { "ref_area", "time_period", "obs_value" }, columns.ToHashSet()));
        Assert.True(stored.Count(columns => columns.Length < 12) > 12, string.Join(' ', stored.Select(columns => columns.Length)));
    }

    private static SqlModel Staging(string columns) => SqlModel.Parse("3_clean/stg_x.sql", $"-- clean.stg_x\nselect\n    {columns}\nfrom raw.x as r\n");
}
