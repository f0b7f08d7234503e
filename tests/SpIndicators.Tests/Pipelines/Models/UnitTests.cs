namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>One list of units for all sources, whatever each of them prints.</summary>
public sealed class UnitTests : IDisposable
{
    private readonly ModelBench bench = new();

    [Theory]
    [InlineData("weo | GGR | XDC | 1", "")]
    [InlineData("weo | GGR_NGDP |  | 1", "")]
    [InlineData("debt | value |  | 1", "")]
    [InlineData("weo | GGR | E | 1", "weo | GGR | E")]
    [InlineData("weo | NEW |  | 1", "weo | NEW | ")]
    [InlineData("weo | FORGOTTEN |  | 1", "weo | FORGOTTEN | ")]
    [InlineData("weo | MISSPELT |  | 1", "weo | MISSPELT | PRECENT")]
    [InlineData("weo | NEW |  | 0", "")]
    public void Unit_ThatIsNotInTheList_StopsThePublish(string row, string offending) => bench
        .Given("reference.unit", "code\nXDC\nPT_GDP")
        .Given("reference.series", """
            source_id | series_code | unit_measure | unit
            weo | GGR | XDC | national currency
            weo | GGR_NGDP | PT_GDP | % of GDP
            weo | FORGOTTEN |  | % of something
            weo | MISSPELT | PRECENT | %
            debt | value |  | not printed
            """)
        .Given("indicators.observation_count", $"source_id | series_code | unit_measure | observations:bigint\n{row}")
        .Gives("checks.every_unit_is_known", $"source_id | series_code | unit_measure\n{offending}");

    public void Dispose() => bench.Dispose();
}
