using System.Globalization;

namespace SpIndicators.Tests.Pipelines;

/// <summary>Figures others have published, held against the built warehouse.</summary>
public sealed class PublishedCheckTests(BuiltWarehouse warehouse, ITestOutputHelper output)
{
    public static TheoryData<string> Ids => [.. PublishedFigures.Computed.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void PublishedFigure_ComputedFromTheWarehouse_IsWithinItsTolerance(string id)
    {
        var check = PublishedCheck.All[id];
        var computed = PublishedFigures.Computed[id](new PublishedFigures(warehouse));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {check.Check}: published {check.Expected}, computed {computed:0.#####} {check.Unit}"));
        // Differences of one-decimal figures carry the noise of their doubles.
        Assert.InRange(computed, check.Expected - check.Tolerance - 1e-9, check.Expected + check.Tolerance + 1e-9);
    }

    [Fact]
    public void PublishedChecks_EveryId_IsComputedOrLeftToALaterIssueWithItsReason()
    {
        var answered = PublishedFigures.Computed.Keys.Concat(PublishedFigures.OfLaterIssues.Keys);

        Assert.Equal(PublishedCheck.All.Keys.Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ilostat_sdg_0131", "2022-04-17", "DEU", 2020, 99.5)]
    [InlineData("ilostat_sdg_0131", "2022-04-17", "URY", 2020, 93.8)]
    [InlineData("ilostat_sdg_0131", "2022-04-17", "X01", 2020, 46.9)]
    [InlineData("ilostat_sdg_0131_aggregates", "2026-06-20", "X01", 2023, 52.4)]
    [InlineData("ilostat_sdg_0131_aggregates", "2026-06-20", "X01", 2020, 48.1)]
    [InlineData("ilostat_sdg_0131", "2022-04-17", "IND", 2020, 24.4)]
    public void AnyBenefit_OfARelease_IsAsPublished(string source, string vintage, string area, int year, double published) =>
        Assert.Equal(published, warehouse.One<double>(
            "select obs_value from indicators.coverage where source_id = $source and vintage = $vintage and ref_area = $area and time_period = $year and contingency = 'TOTAL' and sex = '_T'",
            new { source, vintage, area, year }));

    [Fact]
    public void CostOfThe57Countries_AsMeanAndAsRatioOfSums_IsTwoFigures() =>
        Assert.Equal([2.1, 4.2], warehouse.Query<double>("select obs_value from indicators.published_financing_gap where study = 'ESS 58' order by obs_value"));

    [Fact]
    public void ChileDisability_FallingFrom100To47_IsFlaggedAsABreak() =>
        Assert.Equal([(2014, 53.2, false), (2016, 100, true), (2017, 47.6, true), (2019, 100, true)], warehouse.Query<(int, double, bool)>(
            """
            select time_period::integer, obs_value, list_contains(string_split(flags, '|'), 'break')
            from indicators.coverage
            where source_id = 'unsd_sdg' and vintage = '2020-10-19' and ref_area = 'CHL' and contingency = 'DISABILITY' and sex = '_T' and time_period >= 2014
            order by time_period
            """));
}
