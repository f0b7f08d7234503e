using SpIndicators.Core.Methods;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The SQL of the package and of fiscal space, and the methods in Core, meet for every country.</summary>
public sealed class FinancingMethodTests(BuiltWarehouse warehouse)
{
    [Fact]
    public void EveryPackage_OfTheBuiltWarehouse_IsWhatTheCalculatorMakesOfItsFigures()
    {
        var benefits = warehouse.Query<Benefit>(
            "select ref_area as Area, benefit as Name, persons as Persons, level as Level, months as Months, coverage as Coverage, line as Line, admin as Admin, gdp as Gdp, cost as Cost, gap as Gap from indicators.package_benefit");
        var totals = warehouse.Query<(string Area, double? Cost, double? Gap, double? GapHigh, double KnownCostShare)>(
            "select ref_area, cost, gap, gap_high, known_cost_share from indicators.package").ToDictionary(t => t.Area);
        var packages = benefits.GroupBy(b => b.Area).ToDictionary(c => c.Key, c => FloorPackage.Of(
            new(c.First().Line * 365, c.First().Admin, c.First().Gdp),
            c.Select(b => new FloorPackage.Benefit(b.Name, b.Persons, b.Level, b.Months, b.Coverage))));

        Assert.InRange(packages.Count, 100, 135);
        Assert.InRange(totals.Values.Count(t => t.Gap is not null), 60, packages.Count);
        Expect.Nothing(from b in benefits
                       let ours = packages[b.Area].Benefits.Single(c => c.Name == b.Name)
                       where !Near(b.Cost, 100 * ours.Cost / b.Gdp) || !Near(b.Gap, 100 * ours.Gap / b.Gdp)
                       select b.ToString());
        Expect.Nothing(from t in totals.Values
                       let ours = packages[t.Area]
                       where (t.Cost is not null && !Near(t.Cost, ours.CostShareOfGdp)) || !Near(t.KnownCostShare, ours.KnownCostShare)
                           || (t.Gap is not null && (!Near(t.Gap, ours.GapShareOfGdpAtLeast) || !Near(t.GapHigh, ours.GapShareOfGdpAtMost)))
                       select t.ToString());
    }

    [Fact]
    public void Path_OfEveryCountry_RisesFromTodayToEveryoneIn2030()
    {
        Assert.Equal(0, warehouse.One<long>(
            """
            select count(*) from indicators.package_path
            where (time_period = base_year and (increment <> 0 or target_coverage <> base_coverage))
               or (time_period = 2030 and (abs(target_coverage - 100) > 1e-9 or abs(increment - cost_of_year * (100 - base_coverage) / 100) > 1e-9))
            """));
        Assert.Equal(2030, warehouse.One<int>("select max(time_period)::integer from indicators.package_path"));
    }

    [Fact]
    public void Sensitivity_OfTheLine_MovesTheWholeGap() =>
        Assert.Equal(0, warehouse.One<long>(
            "select count(*) from indicators.package_sensitivity where parameter_id like 'line_%' and abs(gap_changed - gap * (1 + change_pct / 100)) > 1e-9"));

    [Fact]
    public void GapOfAGroup_IsARatioOfSums()
    {
        var members = warehouse.Query<(double Gap, double Gdp)>(
            """
            select max(obs_value) filter (where input = 'gap'), max(obs_value) filter (where input = 'gdp_usd')
            from indicators.indicator_input where indicator_id = 'package_gap_group' and ref_area = 'LMC' group by item
            """);
        var published = warehouse.One<double>("select obs_value from indicators.indicator_value where indicator_id = 'package_gap_group' and ref_area = 'LMC'");

        Assert.Equal(FiscalSpace.RatioOfSums(members.Select(m => (m.Gap / 100 * m.Gdp, m.Gdp))), published, 1e-9);
        Assert.NotEqual(members.Average(m => m.Gap), published, 1e-2);
    }

    [Fact]
    public void TaxRegression_LeavesResidualsThatSumToNothing() =>
        Assert.Equal(0, warehouse.One<double>("select sum(residual) from indicators.tax_effort"), 1e-9);

    [Fact]
    public void Options_OfACountry_AreTheEightAndNeverAddedUp()
    {
        Assert.Equal([1, 2, 3, 4, 4, 5, 6, 7, 8], warehouse.Query<int>("select option_number from indicators.fiscal_option where ref_area = 'KEN' order by option_number"));
        Assert.Equal(0, warehouse.One<long>("select count(*) from indicators.fiscal_option where potential is null and no_data is null"));
        Assert.Equal(0, warehouse.One<long>("select count(*) from indicators.fiscal_option where peers < 5 or (option_id in ('debt', 'macro', 'illicit_flows') and potential is not null)"));
    }

    [Fact]
    public void PovertyGapCost_OfEveryCountryAndYear_IsWhatTheMethodMakesOfItsFigures()
    {
        var rows = warehouse.Query<(double Gap, double Line, double Population, double GdpPerHead, double Cost)>(
            "select poverty_gap, line, population, gdp_per_head, cost from indicators.poverty_gap_cost where cost is not null");

        Assert.InRange(rows.Count, 1_500, 5_000);
        Assert.All(rows, r => Assert.Equal(FiscalSpace.PovertyGapCost(r.Gap / 100, r.Line, r.Population, r.GdpPerHead * r.Population), r.Cost, 1e-9));
    }

    [Fact]
    public void PovertyGapCost_AtTheTwoOtherLines_IsListedWithoutAValue() =>
        Assert.Equal(["line_LMC", "line_UMC"], warehouse.Query<string>(
            "select distinct parameter_id from indicators.poverty_gap_cost where cost is null and no_data is not null order by all"));

    private static bool Near(double? one, double? other) =>
        one is null == other is null && (one is null || Math.Abs(one.Value - other!.Value) <= 1e-9 * Math.Max(1, Math.Abs(one.Value)));

    private sealed record Benefit(
        string Area, string Name, double Persons, double Level, double Months, double? Coverage, double Line, double Admin, double Gdp, double Cost, double? Gap);
}
