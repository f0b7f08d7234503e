namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Cost, gap and range of the illustrative package, on figures chosen so that the arithmetic can be done by hand.</summary>
public sealed class PackageTests
{
    private const string Figure = "benefit | input | obs_value:double | flags | series_code | source_time_period:smallint\n";

    private const string Shared = """

        '' | line | 2 | '' | line_LIC |
        '' | admin | 0 | '' | admin_cost |
        '' | population | 1000 | '' | p | 2024
        '' | gdp_per_head | 730 | '' | g | 2024
        """;

    /// <summary>Ten children at a quarter of the line of 730 a year: 1,825 of a GDP of 730,000.</summary>
    [Theory]
    [InlineData("20", "0.25", "0.2")]
    [InlineData("250", "0.25", "0.0")]
    public void Gap_OfABenefit_IsTheCostOfThoseNotCovered(string coverage, string cost, string gap) => Benefit(
        $"""
        child | base_population | 10 | '' | ages 0-4 | 2024
        child | level | 25 | '' | child_level |
        child | months | 12 | '' | child_months |
        child | published_coverage | {coverage} | '' | c | 2020
        """,
        $"benefit | cost | gap | coverage_year\nchild | {cost} | {gap} | 2020");

    [Fact]
    public void UnknownCoverage_GivesACostAndNoGap() => Benefit(
        """
        maternity | base_population | 1000 | '' | p | 2024
        maternity | eligible_share | 3 | '' | b | 2024
        maternity | level | 100 | '' | l |
        maternity | months | 4 | '' | m |
        """,
        "benefit | persons | cost | coverage | gap\nmaternity | 30.0 | 1.0 |  | ");

    [Fact]
    public void UnknownPopulation_GivesNoCost() => Benefit(
        """
        child | level | 25 | '' | child_level |
        child | months | 12 | '' | child_months |
        unemployment | base_population | 500 | '' | lf | 2024
        unemployment | level | 100 | '' | l |
        unemployment | months | 4 | '' | m |
        """,
        "benefit | cost\n");

    [Fact]
    public void Total_WithCoverageOfLittleOfTheCost_IsNotGiven() => Total(
        known: 59, unknown: 41, "gap | gap_high | gap_flags | no_data\n |  | at_least | coverage_unknown");

    [Fact]
    public void Total_WithCoverageOfMostOfTheCost_IsARange() => Total(
        known: 60, unknown: 40, "gap | gap_high | gap_flags | no_data\n0.5 | 40.5 | at_least | ");

    /// <summary>
    /// Children half as many again, GDP a quarter up, one of two steps: half of what is missing, × 1.5 ÷ 1.25. The forecast of
    /// growth lacks 2027, so 2027 has no GDP and 2028 no chain. Coverage of old age is unknown: no path.
    /// </summary>
    [Fact]
    public void Path_FollowsPeopleAndGrowth_UntilTheForecastHasAHole()
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.progress_rule", "target_year:smallint\n2027")
            .Given("indicators.package_benefit", """
                benefit | persons:double | gdp:double | cost:double | coverage:double | gap:double
                child | 10 | 100 | 2 | 20 | 1.6
                oldage | 5 | 100 | 1 |  |
                """, "'KEN' as ref_area, 2025::smallint as time_period")
            .Given("indicators.figure", """
                time_period:smallint | obs_value:double
                2025 | 7
                2026 | 25
                2028 | 3
                """, "'KEN' as ref_area, 'real_growth' as figure_id, '2025-10' as vintage")
            .Given("indicators.projected_people", """
                benefit | time_period:smallint | persons:double
                child | 2025 | 100
                child | 2026 | 150
                child | 2027 | 150
                child | 2028 | 150
                oldage | 2025 | 9
                oldage | 2026 | 9
                """, "'KEN' as ref_area, '2024' as vintage");

        var increments = bench.Column<double>("indicators.package_path", "increment");

        Assert.Equal([0, 0.96], increments, (expected, found) => Math.Abs(expected - found) < 1e-12);
        bench.Sees("indicators.package_path", "benefit | time_period | persons | target_coverage\nchild | 2025 | 10.0 | 20.0\nchild | 2026 | 15.0 | 60.0");
    }

    /// <summary>A year that lacks one of the benefits has no total, not a smaller one; the year of the gap itself is no value.</summary>
    [Fact]
    public void PathOfThePackage_IsTheSumOfAllItsBenefitsOrNothing()
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.package", "ref_area | benefits_known\nKEN | 2")
            .Given("indicators.package_path", """
                benefit | time_period:smallint | increment:double
                child | 2025 | 0
                oldage | 2025 | 0
                child | 2026 | 0.5
                oldage | 2026 | 0.25
                child | 2027 | 1
                """, "'KEN' as ref_area, 2025::smallint as base_year")
            .Given("indicators.package_value", "indicator_id | flags\npackage_gap_total | unverified|at_least",
                "'KEN' as ref_area, 2025::smallint as time_period, 's' as source_id, 'v' as vintage, 'c' as series_code, 2025::smallint as source_time_period, 'x' as snapshot_sha256")
            .Gives("indicators.package_path_value", "indicator_id | time_period | obs_value | flags\npackage_path | 2026 | 0.75 | unverified|at_least|projected");
    }

    private static void Total(double known, double unknown, string expected)
    {
        using var bench = new ModelBench();
        bench
            .Given("reference.package_parameter", "parameter_id | value\nminimum_known_cost | 60")
            .Given("indicators.income_group", "ref_area | income_group\nKEN | LMC\nFRA | HIC")
            .Given("indicators.package_benefit", $"""
                benefit | cost:double | gap:double | coverage_flags
                child | {known} | 0.5 | ''
                maternity | 0 | 0 | ''
                disability | 0 | 0 | ''
                oldage | 0 | 0 | ''
                unemployment | {unknown} |  | ''
                """, "'KEN' as ref_area, 2024 as time_period, 1.0 as gdp, 1.0 as population")
            .Gives("indicators.package", expected);
    }

    private static void Benefit(string figures, string expected)
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.package_figure", Figure + figures + Shared, "'KEN' as ref_area, 2024::smallint as time_period")
            .Gives("indicators.package_benefit", expected);
    }
}
