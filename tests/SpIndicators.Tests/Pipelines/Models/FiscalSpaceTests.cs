using System.Globalization;

namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Benchmarks, the regression and the options of fiscal space, each rule on a few rows.</summary>
public sealed class FiscalSpaceTests
{
    private const string Parameters = """
        parameter_id | value
        fuel_subsidy_share | 50
        reserve_months | 3
        tax_rise_cap | 5
        stock_years | 10
        deficit_limit | 3
        inflation_green | 5
        inflation_red | 10
        """;

    [Fact]
    public void Median_OfFivePeers_IsTheBenchmark() => Peers(["A", "B", "C", "D", "E"], "option_id | ref_area | benchmark | peers\n"
        + string.Join('\n', from c in "ABCDE" from p in "ABCDE" select $"contributions | {c} | 3.0 | 5"));

    /// <summary>The source prints 0 also where funds are kept outside the public accounts: a median of such zeros says nothing.</summary>
    [Fact]
    public void Median_OfPrintedZeros_IsNone() => Peers(["A", "B", "C", "D", "E", "F"], "option_id | ref_area\n", value: i => i < 2 ? 0 : i);

    [Fact]
    public void Median_OfFourPeers_IsNone() => Peers(["A", "B", "C", "D"], "option_id | ref_area\n");

    /// <summary>Taxes made of known coefficients: the regression gives them back.</summary>
    [Fact]
    public void Regression_OnTaxesMadeOfKnownCoefficients_FindsThem() =>
        Assert.All(Coefficients(countries: 30).Zip([1, 0.2, 0.001, -0.01, -0.02]), pair => Assert.Equal(pair.Second, pair.First, 1e-9));

    [Fact]
    public void Regression_OfFewerThanThirtyCountries_IsNone() => Assert.Empty(Coefficients(countries: 29));

    /// <summary>To the last digit: else every rebuild would publish other figures.</summary>
    [Fact]
    public void Regression_DoesNotDependOnTheOrderOfRows() => Assert.Equal(Coefficients(countries: 100), Coefficients(countries: 100, fromTheLast: true));

    private static IReadOnlyList<double> Coefficients(int countries, bool fromTheLast = false)
    {
        double[] x1 = [.. Enumerable.Range(1, countries).Select(i => 900.0 * i * i)], x2 = [.. Enumerable.Range(1, countries).Select(i => 40.0 + (i * 37 % 90))];
        double[] x3 = [.. Enumerable.Range(1, countries).Select(i => 1.0 + (i * 11 % 31))], x4 = [.. Enumerable.Range(1, countries).Select(i => (double)(i * 7 % 23))];
        var rows = Enumerable.Range(0, x1.Length).SelectMany(i => new (string Set, string Input, double Value)[]
        {
            ("tax", "tax_revenue", Math.Exp(1 + (0.2 * Math.Log(x1[i])) + (0.001 * x2[i]) - (0.01 * x3[i]) - (0.02 * x4[i]))),
            ("income", "gdp_per_head_ppp_constant", x1[i]), ("trade", "exports", x2[i] / 2), ("trade", "imports", x2[i] / 2),
            ("agriculture", "agriculture", x3[i]), ("rents", "resource_rents", x4[i]),
        }.Select(f => string.Create(CultureInfo.InvariantCulture, $"C{i} | {f.Set} | {f.Input} | {f.Value:R}")));
        using var bench = new ModelBench();
        bench.Given("indicators.fiscal_figure", "ref_area | input_set | input | obs_value:double\n" + string.Join('\n', fromTheLast ? rows.Reverse() : rows), "2023::smallint as time_period, 'v' as vintage, 'sha' as snapshot_sha256");
        return bench.Column<double>("indicators.tax_effort_model", "coefficient");
    }

    [Fact]
    public void Reserves_BeyondThreeMonths_AreAStockSpreadOverTenYears() => Option(
        "reserves | reserves | 12 | true\nreserves | imports | 60 | false\nreserves | gdp_usd_worldbank | 60 | false",
        "option_id | headline | benchmark | potential | potential_a_year | share_of_gap_low | share_of_gap_high | no_data\nreserves | 4.0 | 3.0 | 5.0 | 0.5 | 12.5 | 25.0 | ");

    [Fact]
    public void Tax_FarBelowTheBenchmark_IsCountedUpToFivePerCent() => Option(
        "tax | tax_revenue | 8 | true",
        "option_id | headline | benchmark | potential\ntax | 8.0 | 14.0 | 5.0");

    [Theory]
    [InlineData("0", "", "zero_as_printed", "zero_may_be_missing")]
    [InlineData("1", "2.0", "''", "")]
    public void Contributions_PrintedAsZero_AreShownAndHeldAgainstNothing(string printed, string potential, string flags, string reason) => Option(
        $"contributions | social_contributions | {printed} | true",
        $"option_id | headline | benchmark | potential | headline_flags | no_data\ncontributions | {printed}.0 | 3.0 | {potential} | {flags} | {reason}");

    [Fact]
    public void Figure_TheSourceEstimated_IsFlaggedOnTheFigureAndOnThePotential() => Option(
        "military | military_expenditure | 4 | true", "option_id | potential | headline_flags | flags\nmilitary | 3.0 | estimated | estimated|own_benchmark", status: "E");

    [Fact]
    public void Tax_ByARegressionThatExplainsLittle_IsFlaggedSo() => Option(
        "tax | tax_revenue | 8 | true", "option_id | flags\ntax | own_benchmark|weak_fit");

    [Fact]
    public void Debt_HasAFigureAndNoRoom() => Option(
        "debt | government_gross_debt | 50 | true",
        "option_id | headline | potential | flags | no_data\ndebt | 50.0 |  | nominal_debt | no_present_value_of_debt");

    [Theory]
    [InlineData(4, -2, "green")]
    [InlineData(4, -3, "amber")]
    [InlineData(5, -2, "amber")]
    [InlineData(10, 1, "red")]
    public void Macro_IsATrafficLightWithoutAnAmount(int inflation, int balance, string signal) => Option(
        $"macro | inflation | {inflation} | true\nmacro | government_balance | {balance} | false",
        $"option_id | signal | potential | no_data\nmacro | {signal} |  | no_amount_by_rule");

    [Fact]
    public void IllicitFlows_HaveNoSource() => Option(
        "illicit_flows | x | 1 | false", "option_id | headline | potential | no_data\nillicit_flows |  |  | no_source_in_the_data");

    private static void Option(string figures, string expected, string status = "A")
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.fiscal_figure", "input_set | input | obs_value:double | is_main:boolean\n" + figures, $"'KEN' as ref_area, 2023::smallint as time_period, '{status}' as obs_status")
            .Given("indicators.fiscal_peer", "option_id | ref_area | benchmark:double | peers:integer\nmilitary | KEN | 1 | 5\ncontributions | KEN | 3 | 5")
            .Given("indicators.tax_effort", "ref_area | capacity:double\nKEN | 14")
            .Given("indicators.tax_effort_model", "n:integer | r_squared:double\n100 | 0.21")
            .Given("indicators.package", "ref_area | gap:double | gap_high:double\nKEN | 2 | 4")
            .Given("reference.ref_area", "iso3 | wb_income_fy26\nKEN | LMC")
            .Given("reference.fiscal_parameter", Parameters)
            .Given("reference.fiscal_option", $"option_id | option_number | stock_or_flow\n{figures.Split(' ')[0]} | 1 | {(figures.StartsWith('r') ? "stock" : "flow")}")
            .Gives("indicators.fiscal_option", expected);
    }

    private static void Peers(string[] areas, string expected, Func<int, int>? value = null)
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.fiscal_figure", "ref_area | obs_value:double\n" + string.Join('\n', areas.Select((a, i) => $"{a} | {value?.Invoke(i) ?? i + 1}")),
                "'contributions' as input_set, 'social_contributions' as input, 'LIC' as income_group, 'SSF' as wb_region")
            .Gives("indicators.fiscal_peer", expected);
    }

    /// <summary>Four small countries get a tenth of their GDP, a large one nearly nothing: the group gets 50 of 10,400.</summary>
    [Fact]
    public void Aid_IsHeldAgainstWhatTheGroupReceivesTogether()
    {
        string[] areas = ["AAA", "BBB", "CCC", "DDD", "ZZZ"];
        using var bench = new ModelBench();
        bench
            .Given("indicators.fiscal_figure", "ref_area | input | obs_value:double\n" + string.Join('\n', areas.Select(a => $"{a} | oda_received_usd | 10\n{a} | gdp_usd_worldbank | {(a == "ZZZ" ? 10000 : 100)}")),
                "'aid' as input_set, 'LMC' as income_group, 'SSF' as wb_region")
            .Makes("indicators.fiscal_peer")
            .View("told", "select distinct ref_area, round(benchmark, 4) as benchmark, peers from indicators.fiscal_peer where ref_area in ('AAA', 'ZZZ')");

        bench.Sees("told", "ref_area | benchmark | peers\nAAA | 0.4808 | 5\nZZZ | 0.4808 | 5");
    }

    /// <summary>The same rows in any order give the same benchmark to its last digit: 1e16 swallows each 1 that comes after it.</summary>
    [Theory]
    [InlineData("AAA BBB CCC DDD ZZZ")]
    [InlineData("ZZZ DDD CCC BBB AAA")]
    public void Aid_TakenTogether_DoesNotDependOnTheOrderOfRows(string order)
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.fiscal_figure", "ref_area | input | obs_value:double\n" + string.Join('\n', order.Split(' ').Select(a => $"{a} | oda_received_usd | {(a == "AAA" ? "1e16" : "1")}\n{a} | gdp_usd_worldbank | 100")),
                "'aid' as input_set, 'LMC' as income_group, 'SSF' as wb_region")
            .Makes("indicators.fiscal_peer")
            .View("told", "select distinct benchmark = 2e15 as same from indicators.fiscal_peer");

        bench.Sees("told", "same\ntrue");
    }
}
