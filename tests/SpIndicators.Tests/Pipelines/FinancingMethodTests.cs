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
            "select ref_area, cost, gap, gap_high, known_cost_share from indicators.package where benefits > 0").ToDictionary(t => t.Area);
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

    /// <summary>
    /// Each value is the sum of the benefits the total gap is made of, for every country with a gap as far as growth is forecast.
    /// </summary>
    [Fact]
    public void PathAsAnIndicator_IsThereForEveryCountryWithAGapAsFarAsItsForecastGoes()
    {
        Assert.Equal(0, warehouse.One<long>(
            """
            with path as (
                select p.ref_area, p.time_period, sum(p.increment) as increment
                from indicators.package_path as p
                semi join indicators.package as k on k.ref_area = p.ref_area and k.gap is not null
                where p.time_period > p.base_year
                group by all
            )
            select count(*)
            from path as p
            full join (from indicators.indicator_value where indicator_id = 'package_path') as v using (ref_area, time_period)
            where p.increment is null or v.obs_value is null or abs(p.increment - v.obs_value) > 1e-9 or not contains(v.flags, 'projected')
            """));
        // growth is forecast to 2025 for Bolivia, and not at all for Afghanistan and Sri Lanka, which have no path
        Assert.Equal(["BOL"], warehouse.Query<string>(
            "select ref_area from indicators.indicator_value where indicator_id = 'package_path' group by ref_area having max(time_period) < 2030"));
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

    /// <summary>What least squares are: residuals that have nothing left of any variable. What is left of the spread is what R² says.</summary>
    [Fact]
    public void TaxRegression_LeavesResidualsFreeOfEachOfItsVariables()
    {
        const string Country = """
            from indicators.tax_effort as t
            join (select ref_area, ln(max(obs_value) filter (where input = 'gdp_per_head_ppp_constant')) as income,
                    max(obs_value) filter (where input_set = 'trade' and input = 'exports') + max(obs_value) filter (where input_set = 'trade' and input = 'imports') as trade,
                    max(obs_value) filter (where input = 'agriculture') as agriculture, max(obs_value) filter (where input = 'resource_rents') as rents
                  from indicators.fiscal_figure where input_set in ('income', 'trade', 'agriculture', 'rents') group by ref_area) as f using (ref_area)
            where t.residual is not null
            """;
        foreach (var variable in new[] { "1", "income", "trade", "agriculture", "rents" })
        {
            Assert.Equal(0, warehouse.One<double>($"select sum(residual * {variable}) / sum(abs(residual * {variable})) {Country}"), 1e-9);
        }

        Assert.Equal(
            warehouse.One<(double, long)>("select distinct r_squared, n from indicators.tax_effort_model"),
            warehouse.One<(double, long)>($"select round(1 - sum(residual ^ 2) / (var_pop(ln(tax)) * count(*)), 12), count(*) {Country}"),
            (one, other) => Math.Abs(one.Item1 - other.Item1) < 1e-9 && one.Item2 == other.Item2);
    }

    /// <summary>Option 1 said "at its benchmark" of every poor country while half of the figures were zeros that mean nothing was counted.</summary>
    [Fact]
    public void BenchmarkOfContributions_IsNeverAMedianOfPrintedZeros() =>
        Assert.Equal((0L, 49L, 0L), warehouse.One<(long, long, long)>(
            """
            select count(*) filter (where benchmark <= 0), count(*) filter (where no_data = 'zero_may_be_missing'), count(*) filter (where headline = 0 and potential is not null)
            from indicators.fiscal_option where option_id = 'contributions'
            """));

    /// <summary>Every low- or middle-income country is a row with its gap or the reason why there is none, and a member of its groups.</summary>
    [Fact]
    public void Countries_WithoutAPackage_AreToldAndCountInTheirGroups()
    {
        Assert.Equal(["CUB", "ERI", "PRK", "SSD", "VEN", "YEM"], warehouse.Query<string>(
            "select ref_area from indicators.package where no_data = 'no_gdp_or_population' order by ref_area"));
        Assert.Equal(0, warehouse.One<long>("select count(*) from indicators.package where (gap is null) = (no_data is null)"));
        Assert.Equal(warehouse.One<long>("select count(*) from reference.group_member where group_code = 'LIC' and kind = 'wb-income'"),
            warehouse.One<long>("select members from indicators.package_group where ref_area = 'LIC'"));
    }

    [Fact]
    public void Sensitivity_OfEveryCountry_CoversEveryParameterOfTheFormulaBothWays()
    {
        var used = warehouse.Query<string>(
            """
            select parameter_id from reference.package_parameter
            where parameter_id not like 'health_target_%' and parameter_id not like 'line_%' and parameter_id <> 'minimum_known_cost' order by 1
            """);
        Assert.Equal(0, warehouse.One<long>(
            "select count(*) from (select count(*) as n from indicators.package_sensitivity group by ref_area having n <> $n)", new { n = 2 * (used.Count + 1) }));
        Assert.Empty(used.Except(warehouse.Query<string>("select distinct parameter_id from indicators.package_sensitivity")));
        Assert.Equal([("oldage_age_from", 20, 78)], warehouse.Query<(string, int, int)>(
            "select distinct parameter_id, change_pct::integer, changed_to::integer from indicators.package_sensitivity where no_data is not null"));
    }

    /// <summary>Children of four instead of five birth years: four fifths of them. Older persons from 52: those of 65, of 55 to 64, and three tenths of 45 to 54.</summary>
    [Theory]
    [InlineData("child_age_to", "child", "0.8")]
    [InlineData("oldage_age_from", "oldage", """
        (select (sum(obs_value) filter (where age in ('65+', '55-64')) + 0.3 * sum(obs_value) filter (where age = '45-54')) / sum(obs_value) filter (where age = '65+')
         from clean.obs_un_wpp_population where is_newest and ref_area = 'KEN' and time_period = 2024 and sex in ('F', 'M'))
        """)]
    public void Sensitivity_OfAnAge_IsThatOfThePersonsOfIt(string parameter, string benefit, string factor) =>
        Assert.Equal(
            warehouse.One<double>($"select gap * ({factor} - 1) from indicators.package_benefit where ref_area = 'KEN' and benefit = $benefit", new { benefit }),
            warehouse.One<double>("select difference from indicators.package_sensitivity where ref_area = 'KEN' and parameter_id = $parameter and change_pct = -20", new { parameter }),
            1e-9);

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
