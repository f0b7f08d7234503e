namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>One list of units for all sources, whatever each of them prints.</summary>
public sealed class UnitTests : IDisposable
{
    private readonly ModelBench bench = new();

    [Theory]
    [InlineData("weo | GGR | XDC | ", "")]
    [InlineData("weo | GGR_NGDP |  | ", "")]
    [InlineData("debt | value |  | ", "")]
    [InlineData("weo | GGR | E | ", "weo | GGR | E")]
    [InlineData("weo | NEW |  | ", "weo | NEW | ")]
    [InlineData("weo | FORGOTTEN |  | ", "weo | FORGOTTEN | ")]
    [InlineData("weo | MISSPELT |  | ", "weo | MISSPELT | PRECENT")]
    [InlineData("weo | NEW |  | no year", "")]
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
        .Given("clean.staged", $"source_id | series_code | unit_measure | reject_reason\n{row}")
        .Gives("checks.every_unit_is_known", $"source_id | series_code | unit_measure\n{offending}");

    public void Dispose() => bench.Dispose();
}
